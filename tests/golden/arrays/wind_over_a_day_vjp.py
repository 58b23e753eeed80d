import numpy as np


def integral(y, x):
    """The integral of values at some places, by the trapezoidal rule."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total = 0.0
    for i in range(len(y) - 1):
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5


def along_axis_2(places, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v = a[:, i]
        values[i] = integral(v, places)
    return values


def integral_adjoint(x, result_bar, y_bar):
    """The adjoint of y is added to y_bar."""
    # forward sweep
    if len(x) != len(y_bar):
        raise ValueError("x and y have different lengths")

    # reverse sweep
    total_bar = 0.5 * result_bar
    for i in range(len(y_bar) - 1):
        sum_bar = (x[i + 1] - x[i]) * total_bar
        y_bar[i] += sum_bar
        y_bar[i + 1] += sum_bar


def along_axis_2_adjoint(places, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a_bar.shape[1]):
        v_bar = a_bar[:, i]
        integral_adjoint(places, result_bar[i], v_bar)


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        v = a[:, i]
        v_bar = a_bar[:, i]
        v_bar[np.argmax(v)] += result_bar[i]


def geomspace(start):
    """Numbers of one sign of which each is the same multiple of the one before."""
    last = 50.0
    if np.any(start * last <= 0.0):
        raise ValueError("geomspace between numbers of two signs, or zero")
    start_2 = np.log10(np.abs(start))
    stop_2 = np.log10(np.abs(last))
    step = (stop_2 - start_2) / 2
    a = np.arange(3)
    values_2 = np.empty(len(a))
    for i in range(len(a)):
        values_2[i] = start_2 + a[i] * step
    values_2[2] = stop_2
    sign_start = np.sign(start)
    values = np.empty(len(a))
    for i in range(len(a)):
        values[i] = sign_start * 10.0 ** values_2[i]
    values[0] = start
    values[2] = last
    return values


def psi_momentum(z):
    out = np.empty_like(z)
    for i in range(len(z)):
        x = (1.0 - 16.0 * np.fmin(z[i], 0.0)) ** 0.25
        unstable = 2.0 * np.log(0.5 * (1.0 + x)) + np.log(0.5 * (1.0 + x**2))
        unstable_2 = unstable - 2.0 * np.arctan(x) + 0.5 * np.pi
        out[i] = unstable_2 if z[i] < 0.0 else -5.0 * z[i]
    return out


def psi_momentum_2(z):
    out = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            x = (1.0 - 16.0 * np.fmin(z[i, j], 0.0)) ** 0.25
            unstable = 2.0 * np.log(0.5 * (1.0 + x)) + np.log(0.5 * (1.0 + x**2))
            unstable_2 = unstable - 2.0 * np.arctan(x) + 0.5 * np.pi
            out[i, j] = unstable_2 if z[i, j] < 0.0 else -5.0 * z[i, j]
    return out


def psi_momentum_2_adjoint(z, result_bar, z_bar):
    """The adjoint of z is added to z_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            fmin_result = np.fmin(z[i, j], 0.0)
            x = (1.0 - 16.0 * fmin_result) ** 0.25
            fmin_result_bar = 0.0
            if z[i, j] < 0.0:
                unstable_2_bar = result_bar[i, j]
                x_bar = -2.0 * unstable_2_bar / (1.0 + x**2)
                x_bar += unstable_2_bar / (0.5 * (1.0 + x))
                x_bar += x * unstable_2_bar / (0.5 * (1.0 + x**2))
                fmin_result_bar = -4.0 * (1.0 - 16.0 * fmin_result) ** -0.75 * x_bar
            else:
                z_bar[i, j] -= 5.0 * result_bar[i, j]
            z_bar[i, j] += fmin_result_bar if z[i, j] == fmin_result else 0.0


def psi_momentum_adjoint(z, result_bar, z_bar):
    """The adjoint of z is added to z_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(z)):
        fmin_result = np.fmin(z[i], 0.0)
        x = (1.0 - 16.0 * fmin_result) ** 0.25
        fmin_result_bar = 0.0
        if z[i] < 0.0:
            unstable_2_bar = result_bar[i]
            x_bar = -2.0 * unstable_2_bar / (1.0 + x**2)
            x_bar += unstable_2_bar / (0.5 * (1.0 + x))
            x_bar += x * unstable_2_bar / (0.5 * (1.0 + x**2))
            fmin_result_bar = -4.0 * (1.0 - 16.0 * fmin_result) ** -0.75 * x_bar
        else:
            z_bar[i] -= 5.0 * result_bar[i]
        z_bar[i] += fmin_result_bar if z[i] == fmin_result else 0.0


def wind_over_a_day_vjp(
    speed, warmth, roughness, height, heat, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of speed, warmth, roughness, height and heat of wind_over_a_day,
    for the adjoint of its result.
    """
    # forward sweep: saves stability, friction and psi_momentum_result
    karman = 0.4
    stability = np.zeros_like(speed)
    friction = np.empty(0)
    stability_saved = []
    friction_saved = []
    psi_momentum_result_saved = []
    for k in range(3):
        logarithm = np.log(height / roughness)
        psi_momentum_result = psi_momentum(stability)
        psi_momentum_result_saved.append(psi_momentum_result)
        if len(speed) != len(psi_momentum_result):
            raise ValueError("speed and profile have different shapes")
        friction = np.empty_like(speed)
        friction_saved.append(friction)
        if len(warmth) != len(psi_momentum_result):
            raise ValueError("warmth and friction have different shapes")
        if len(heat) != len(psi_momentum_result):
            raise ValueError("heat and friction have different shapes")
        stability_saved.append(stability)
        stability = np.empty_like(heat)
        for i in range(len(psi_momentum_result)):
            profile = logarithm - psi_momentum_result[i]
            friction[i] = karman * speed[i] / profile
            stability_2 = (
                -karman * 9.81 * height * heat[i] / (warmth[i] * friction[i] ** 3)
            )
            stability[i] = np.fmax(np.fmin(stability_2, 1.0), -2.0)
    levels = geomspace(2.0)
    B = np.empty_like(stability)
    for i in range(len(stability)):
        B[i] = stability[i] / height
    term = np.empty((len(levels), len(B)))
    for i in range(len(levels)):
        for j in range(len(B)):
            term[i, j] = levels[i] * B[j]
    psi_momentum_2_result = psi_momentum_2(term)
    if len(friction) != len(B):
        raise ValueError("friction and shape have different shapes")
    gust = np.empty_like(psi_momentum_2_result)
    y = np.empty_like(psi_momentum_2_result)
    for i in range(len(levels)):
        for j in range(len(B)):
            shape = np.log(levels[i] / roughness) - psi_momentum_2_result[i, j]
            wind = friction[j] / karman * shape
            reciprocal_result = np.reciprocal(1.0 + levels[i] / 30.0)
            gust[i, j] = wind + 2.3 * friction[j] * reciprocal_result
            y[i, j] = wind**3
    along_axis_2_result = along_axis_2(levels, y)

    # reverse sweep
    speed_bar = np.zeros_like(speed)
    warmth_bar = np.zeros_like(warmth)
    heat_bar = np.zeros_like(heat)
    stress_bar = result_0_bar.copy()
    value_1_bar = result_1_bar.copy()
    total_bar = result_2_bar / len(B)
    gust_bar = np.zeros_like(gust)
    along_axis_adjoint(gust, value_1_bar, gust_bar)
    friction_bar = np.zeros_like(friction)
    along_axis_2_result_bar = np.empty_like(along_axis_2_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(B)):
        x1_i = friction[i]
        along_axis_2_result_bar[i] = total_bar
        friction_bar[i] += 2.0 * x1_i * stress_bar[i]
    y_bar = np.zeros_like(y)
    along_axis_2_adjoint(levels, along_axis_2_result_bar, y_bar)
    psi_momentum_2_result_bar = np.empty_like(psi_momentum_2_result)

    # forward and reverse in one sweep: the iterations are independent
    roughness_bar = 0.0
    for i in range(len(levels)):
        for j in range(len(B)):
            quotient = levels[i] / roughness
            shape = np.log(quotient) - psi_momentum_2_result[i, j]
            wind = friction[j] / karman * shape
            reciprocal_result = np.reciprocal(1.0 + levels[i] / 30.0)
            wind_bar = 3.0 * wind**2 * y_bar[i, j] + gust_bar[i, j]
            friction_bar[j] += 2.3 * reciprocal_result * gust_bar[i, j]
            friction_bar[j] += shape * wind_bar / karman
            shape_bar = friction[j] * wind_bar / karman
            psi_momentum_2_result_bar[i, j] = -shape_bar
            roughness_bar -= quotient * shape_bar / quotient / roughness
    term_bar = np.zeros_like(term)
    psi_momentum_2_adjoint(term, psi_momentum_2_result_bar, term_bar)
    B_bar = np.zeros_like(B)
    for i in range(len(levels)):
        for j in range(len(B)):
            B_bar[j] += levels[i] * term_bar[i, j]
    stability_bar = np.empty_like(stability)

    # forward and reverse in one sweep: the iterations are independent
    height_bar = 0.0
    for i in range(len(stability)):
        numerator_bar = B_bar[i] / height
        stability_bar[i] = numerator_bar
        height_bar -= stability[i] * numerator_bar / height
    for k in range(2, -1, -1):
        friction = friction_saved.pop()
        psi_momentum_result = psi_momentum_result_saved.pop()
        quotient = height / roughness
        logarithm = np.log(quotient)
        logarithm_bar = 0.0
        psi_momentum_result_bar = np.empty_like(psi_momentum_result)
        for i in range(len(psi_momentum_result)):
            stability_2 = (
                -karman * 9.81 * height * heat[i] / (warmth[i] * friction[i] ** 3)
            )
            fmin_result = np.fmin(stability_2, 1.0)
            fmax_result = np.fmax(fmin_result, -2.0)
            fmin_result_bar = stability_bar[i] if fmin_result == fmax_result else 0.0
            stability_2_bar = fmin_result_bar if stability_2 == fmin_result else 0.0
            numerator_bar = stability_2_bar / (warmth[i] * friction[i] ** 3)
            height_bar -= 9.81 * karman * heat[i] * numerator_bar
            heat_bar[i] -= 9.81 * karman * height * numerator_bar
            warmth_bar[i] -= friction[i] ** 3 * stability_2 * numerator_bar
            friction_bar[i] -= (
                3.0 * friction[i] ** 2 * warmth[i] * stability_2 * numerator_bar
            )
            profile = logarithm - psi_momentum_result[i]
            numerator_bar = friction_bar[i] / profile
            speed_bar[i] += karman * numerator_bar
            profile_bar = -karman * speed[i] * numerator_bar / profile
            logarithm_bar += profile_bar
            psi_momentum_result_bar[i] = -profile_bar
        stability = stability_saved.pop()
        stability_bar = np.zeros_like(stability)
        friction_bar = np.zeros_like(friction)
        psi_momentum_adjoint(stability, psi_momentum_result_bar, stability_bar)
        numerator_bar = logarithm_bar / quotient / roughness
        height_bar += numerator_bar
        roughness_bar -= quotient * numerator_bar
    return speed_bar, warmth_bar, roughness_bar, height_bar, heat_bar
