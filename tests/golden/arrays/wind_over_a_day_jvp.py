import numpy as np


def integral_tangent(y, x, y_dot):
    """integral and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        total_dot += (x[i + 1] - x[i]) * (y_dot[i] + y_dot[i + 1])
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5, 0.5 * total_dot


def along_axis_2_tangent(places, a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.zeros(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values[i], values_dot[i] = integral_tangent(v, places, v_dot)
    return values, values_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values_dot[i] = v_dot[np.argmax(v)]
        values[i] = np.max(v)
    return values, values_dot


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


def psi_momentum_2_tangent(z, z_dot):
    """psi_momentum_2 and its tangent."""
    out_dot = np.zeros_like(z)
    out = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            fmin_result = np.fmin(z[i, j], 0.0)
            fmin_result_dot = z_dot[i, j] if z[i, j] == fmin_result else 0.0
            x_dot = -4.0 * (1.0 - 16.0 * fmin_result) ** -0.75 * fmin_result_dot
            x = (1.0 - 16.0 * fmin_result) ** 0.25
            unstable_dot = x_dot / (0.5 * (1.0 + x)) + x * x_dot / (0.5 * (1.0 + x**2))
            unstable = 2.0 * np.log(0.5 * (1.0 + x)) + np.log(0.5 * (1.0 + x**2))
            unstable_2_dot = unstable_dot - 2.0 * x_dot / (1.0 + x**2)
            unstable_2 = unstable - 2.0 * np.arctan(x) + 0.5 * np.pi
            if z[i, j] < 0.0:
                out_dot[i, j] = unstable_2_dot
                out[i, j] = unstable_2
            else:
                out_dot[i, j] = -5.0 * z_dot[i, j]
                out[i, j] = -5.0 * z[i, j]
    return out, out_dot


def psi_momentum_tangent(z, z_dot):
    """psi_momentum and its tangent."""
    out_dot = np.zeros_like(z)
    out = np.empty_like(z)
    for i in range(len(z)):
        fmin_result = np.fmin(z[i], 0.0)
        fmin_result_dot = z_dot[i] if z[i] == fmin_result else 0.0
        x_dot = -4.0 * (1.0 - 16.0 * fmin_result) ** -0.75 * fmin_result_dot
        x = (1.0 - 16.0 * fmin_result) ** 0.25
        unstable_dot = x_dot / (0.5 * (1.0 + x)) + x * x_dot / (0.5 * (1.0 + x**2))
        unstable = 2.0 * np.log(0.5 * (1.0 + x)) + np.log(0.5 * (1.0 + x**2))
        unstable_2_dot = unstable_dot - 2.0 * x_dot / (1.0 + x**2)
        unstable_2 = unstable - 2.0 * np.arctan(x) + 0.5 * np.pi
        if z[i] < 0.0:
            out_dot[i] = unstable_2_dot
            out[i] = unstable_2
        else:
            out_dot[i] = -5.0 * z_dot[i]
            out[i] = -5.0 * z[i]
    return out, out_dot


def wind_over_a_day_jvp(
    speed,
    warmth,
    roughness,
    height,
    heat,
    speed_dot,
    warmth_dot,
    roughness_dot,
    height_dot,
    heat_dot,
):
    """The value of wind_over_a_day, and its derivative in the direction speed_dot,
    warmth_dot, roughness_dot, height_dot, heat_dot.
    """
    karman = 0.4
    stability_dot = np.zeros_like(speed)
    stability = np.zeros_like(speed)
    for _ in range(3):
        quotient = height / roughness
        logarithm_dot = (height_dot - quotient * roughness_dot) / roughness / quotient
        logarithm = np.log(quotient)
        psi_momentum_result, psi_momentum_result_dot = psi_momentum_tangent(
            stability, stability_dot
        )
        if len(speed) != len(psi_momentum_result):
            raise ValueError("speed and profile have different shapes")
        friction_dot = np.zeros_like(speed)
        friction = np.empty_like(speed)
        if len(warmth) != len(psi_momentum_result):
            raise ValueError("warmth and friction have different shapes")
        if len(heat) != len(psi_momentum_result):
            raise ValueError("heat and friction have different shapes")
        stability_dot = np.zeros_like(heat)
        stability = np.empty_like(heat)
        for i in range(len(psi_momentum_result)):
            profile_dot = logarithm_dot - psi_momentum_result_dot[i]
            profile = logarithm - psi_momentum_result[i]
            quotient = karman * speed[i] / profile
            quotient_dot = (karman * speed_dot[i] - quotient * profile_dot) / profile
            friction_dot[i] = quotient_dot
            friction[i] = quotient
            stability_2 = (
                -karman * 9.81 * height * heat[i] / (warmth[i] * friction[i] ** 3)
            )
            factor = (
                -9.81 * karman * height_dot * heat[i]
                - 9.81 * karman * height * heat_dot[i]
                - stability_2
                * (
                    warmth_dot[i] * friction[i] ** 3
                    + 3.0 * warmth[i] * friction[i] ** 2 * friction_dot[i]
                )
            )
            stability_2_dot = factor / (warmth[i] * friction[i] ** 3)
            fmin_result = np.fmin(stability_2, 1.0)
            fmin_result_dot = stability_2_dot if stability_2 == fmin_result else 0.0
            fmax_result = np.fmax(fmin_result, -2.0)
            stability_dot[i] = fmin_result_dot if fmin_result == fmax_result else 0.0
            stability[i] = fmax_result
    levels = geomspace(2.0)
    B_dot = np.empty_like(stability)
    B = np.empty_like(stability)
    for i in range(len(stability)):
        quotient = stability[i] / height
        B_dot[i] = (stability_dot[i] - quotient * height_dot) / height
        B[i] = quotient
    term_dot = np.empty((len(levels), len(B)))
    term = np.empty((len(levels), len(B)))
    for i in range(len(levels)):
        for j in range(len(B)):
            term_dot[i, j] = levels[i] * B_dot[j]
            term[i, j] = levels[i] * B[j]
    psi_momentum_2_result, psi_momentum_2_result_dot = psi_momentum_2_tangent(
        term, term_dot
    )
    if len(friction) != len(B):
        raise ValueError("friction and shape have different shapes")
    stress_dot = np.empty(len(B))
    stress = np.empty(len(B))
    gust_dot = np.zeros_like(psi_momentum_2_result)
    gust = np.empty_like(psi_momentum_2_result)
    y_dot = np.zeros_like(psi_momentum_2_result)
    y = np.empty_like(psi_momentum_2_result)
    for i in range(len(levels)):
        for j in range(len(B)):
            quotient = levels[i] / roughness
            quotient_dot = -quotient * roughness_dot / roughness
            shape_dot = quotient_dot / quotient - psi_momentum_2_result_dot[i, j]
            shape = np.log(quotient) - psi_momentum_2_result[i, j]
            quotient = friction[j] / karman
            wind_dot = friction_dot[j] * shape / karman + quotient * shape_dot
            wind = quotient * shape
            reciprocal_result = np.reciprocal(1.0 + levels[i] / 30.0)
            gust_dot[i, j] = wind_dot + 2.3 * friction_dot[j] * reciprocal_result
            gust[i, j] = wind + 2.3 * friction[j] * reciprocal_result
            y_dot[i, j] = 3.0 * wind**2 * wind_dot
            y[i, j] = wind**3
    along_axis_2_result, along_axis_2_result_dot = along_axis_2_tangent(
        levels, y, y_dot
    )
    total_dot = 0.0
    total = 0.0
    for i in range(len(B)):
        x1_i = friction[i]
        stress_dot[i] = 2.0 * x1_i * friction_dot[i]
        stress[i] = x1_i**2.0
        total_dot += along_axis_2_result_dot[i]
        total += along_axis_2_result[i]
    value_1, value_1_dot = along_axis_tangent(gust, gust_dot)
    value_2_dot = total_dot / len(B)
    return stress, value_1, total / len(B), stress_dot, value_1_dot, value_2_dot
