import numpy as np


def even_integral(y, dx):
    """The integral of values at even distances, by the trapezoidal rule."""
    total = 0.0
    for i in range(len(y) - 1):
        total += y[i] + y[i + 1]
    return total * dx * 0.5


def along_axis(dx, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = even_integral(a_i, dx)
    return values


def even_integral_adjoint(dx, result_bar, y_bar):
    """The adjoint of y is added to y_bar."""
    total_bar = 0.5 * dx * result_bar
    for i in range(len(y_bar) - 1):
        y_bar[i] += total_bar
        y_bar[i + 1] += total_bar


def along_axis_adjoint(dx, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a_bar.shape[0]):
        a_i_bar = a_bar[i]
        even_integral_adjoint(dx, result_bar[i], a_i_bar)


def distances_of_supernovae_value_and_grad(
    matter, dark, redshifts, magnitudes, weights, points
):
    """The value of distances_of_supernovae, and its gradient with respect to matter,
    dark, redshifts, magnitudes and weights.
    """
    # forward sweep
    s = np.linspace(0.0, 1.0, points)
    y = np.empty((len(redshifts), len(s)))
    for i in range(len(redshifts)):
        for j in range(len(s)):
            z = redshifts[i] * s[j]
            expansion = np.sqrt(
                matter * (1 + z) ** 3 + dark + (1 - matter - dark) * (1 + z) ** 2
            )
            y[i, j] = 1.0 / expansion
    dx = 1.0 / (points - 1)
    along_axis_result = along_axis(dx, y)
    model = np.empty_like(redshifts)
    if len(magnitudes) != len(redshifts):
        raise ValueError("magnitudes and model have different shapes")
    if len(redshifts) != len(weights):
        raise ValueError("a and weights have different shapes")
    totals = 0.0
    counts = 0.0
    for i in range(len(redshifts)):
        comoving = redshifts[i] * along_axis_result[i]
        model[i] = 5.0 * np.log10((1.0 + redshifts[i]) * comoving)
        totals += (magnitudes[i] - model[i]) * weights[i]
        counts += weights[i]
    offset = totals / counts
    total = 0.0
    for i in range(len(redshifts)):
        total += weights[i] * (magnitudes[i] - model[i] - offset) ** 2

    # reverse sweep
    redshifts_bar = np.empty_like(redshifts)
    magnitudes_bar = np.empty_like(magnitudes)
    weights_bar = np.empty_like(weights)
    model_bar = np.empty_like(model)
    offset_bar = 0.0
    for i in range(len(redshifts)):
        weights_bar[i] = (magnitudes[i] - model[i] - offset) ** 2
        difference_bar = 2.0 * (magnitudes[i] - model[i] - offset) * weights[i]
        magnitudes_bar[i] = difference_bar
        model_bar[i] = -difference_bar
        offset_bar -= difference_bar
    numerator_bar = offset_bar / counts
    counts_bar = -offset * numerator_bar
    along_axis_result_bar = np.empty_like(along_axis_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(redshifts)):
        comoving = redshifts[i] * along_axis_result[i]
        a_bar = weights[i] * numerator_bar
        weights_bar[i] += counts_bar + (magnitudes[i] - model[i]) * numerator_bar
        magnitudes_bar[i] += a_bar
        model_bar[i] -= a_bar
        product_bar = (
            5.0 * model_bar[i] / (np.log(10.0) * (1.0 + redshifts[i]) * comoving)
        )
        redshifts_bar[i] = comoving * product_bar
        comoving_bar = (1.0 + redshifts[i]) * product_bar
        redshifts_bar[i] += along_axis_result[i] * comoving_bar
        along_axis_result_bar[i] = redshifts[i] * comoving_bar
    y_bar = np.zeros_like(y)
    along_axis_adjoint(dx, along_axis_result_bar, y_bar)

    # forward and reverse in one sweep: the iterations are independent
    dark_bar = 0.0
    matter_bar = 0.0
    for i in range(len(redshifts)):
        redshifts_i_bar = 0.0
        for j in range(len(s)):
            z = redshifts[i] * s[j]
            expansion = np.sqrt(
                matter * (1 + z) ** 3 + dark + (1 - matter - dark) * (1 + z) ** 2
            )
            sum_bar = -y_bar[i, j] / expansion / expansion / (2.0 * expansion)
            z_bar = 3.0 * (1 + z) ** 2 * matter * sum_bar
            difference_bar = (1 + z) ** 2 * sum_bar
            matter_bar += (1 + z) ** 3 * sum_bar - difference_bar
            dark_bar += sum_bar - difference_bar
            z_bar += 2.0 * (1 + z) * (1 - matter - dark) * sum_bar
            redshifts_i_bar += s[j] * z_bar
        redshifts_bar[i] += redshifts_i_bar
    return total, matter_bar, dark_bar, redshifts_bar, magnitudes_bar, weights_bar
