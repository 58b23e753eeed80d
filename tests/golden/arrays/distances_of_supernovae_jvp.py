import numpy as np


def even_integral_tangent(y, dx, y_dot):
    """even_integral and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        total_dot += y_dot[i] + y_dot[i + 1]
        total += y[i] + y[i + 1]
    return total * dx * 0.5, 0.5 * total_dot * dx


def along_axis_tangent(dx, a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = even_integral_tangent(a_i, dx, a_i_dot)
    return values, values_dot


def distances_of_supernovae_jvp(
    matter,
    dark,
    redshifts,
    magnitudes,
    weights,
    points,
    matter_dot,
    dark_dot,
    redshifts_dot,
    magnitudes_dot,
    weights_dot,
):
    """The value of distances_of_supernovae, and its derivative in the direction
    matter_dot, dark_dot, redshifts_dot, magnitudes_dot, weights_dot.
    """
    s = np.linspace(0.0, 1.0, points)
    y_dot = np.empty((len(redshifts), len(s)))
    y = np.empty((len(redshifts), len(s)))
    for i in range(len(redshifts)):
        for j in range(len(s)):
            z_dot = redshifts_dot[i] * s[j]
            z = redshifts[i] * s[j]
            expansion = np.sqrt(
                matter * (1 + z) ** 3 + dark + (1 - matter - dark) * (1 + z) ** 2
            )
            factor = (
                matter_dot * (1 + z) ** 3
                + 3.0 * matter * (1 + z) ** 2 * z_dot
                + dark_dot
                + (
                    (-matter_dot - dark_dot) * (1 + z) ** 2
                    + 2.0 * (1 - matter - dark) * (1 + z) * z_dot
                )
            )
            expansion_dot = factor / (2.0 * expansion)
            quotient = 1.0 / expansion
            y_dot[i, j] = -quotient * expansion_dot / expansion
            y[i, j] = quotient
    dx = 1.0 / (points - 1)
    along_axis_result, along_axis_result_dot = along_axis_tangent(dx, y, y_dot)
    model_dot = np.empty_like(redshifts)
    model = np.empty_like(redshifts)
    if len(magnitudes) != len(redshifts):
        raise ValueError("magnitudes and model have different shapes")
    if len(redshifts) != len(weights):
        raise ValueError("a and weights have different shapes")
    totals_dot = 0.0
    totals = 0.0
    counts_dot = 0.0
    counts = 0.0
    for i in range(len(redshifts)):
        term = redshifts[i] * along_axis_result_dot[i]
        comoving_dot = redshifts_dot[i] * along_axis_result[i] + term
        comoving = redshifts[i] * along_axis_result[i]
        model_dot[i] = (
            5.0
            * (redshifts_dot[i] * comoving + (1.0 + redshifts[i]) * comoving_dot)
            / (np.log(10.0) * (1.0 + redshifts[i]) * comoving)
        )
        model[i] = 5.0 * np.log10((1.0 + redshifts[i]) * comoving)
        a = magnitudes[i] - model[i]
        a_dot = (magnitudes_dot[i] - model_dot[i]) * weights[i] + a * weights_dot[i]
        totals_dot += a_dot
        totals += a * weights[i]
        counts_dot += weights_dot[i]
        counts += weights[i]
    offset = totals / counts
    offset_dot = (totals_dot - offset * counts_dot) / counts
    total_dot = 0.0
    total = 0.0
    for i in range(len(redshifts)):
        term_2 = (
            2.0
            * weights[i]
            * (magnitudes[i] - model[i] - offset)
            * (magnitudes_dot[i] - model_dot[i] - offset_dot)
        )
        total_dot += weights_dot[i] * (magnitudes[i] - model[i] - offset) ** 2 + term_2
        total += weights[i] * (magnitudes[i] - model[i] - offset) ** 2
    return total, total_dot
