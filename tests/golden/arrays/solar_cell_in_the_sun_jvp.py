import math

import numpy as np


def lambert_refined(w, x):
    """W of x from a number nearby, by Halley's method."""
    for _ in range(20):
        power = math.exp(w)
        error = w * power - x
        if error == 0.0 or w == -1.0:
            break
        slope = power * (w + 1.0) - 0.5 * (w + 2.0) * error / (w + 1.0)
        step = error / slope
        w -= step
        if abs(step) <= 1e-16 * abs(w):
            break
    return w


def lambert_above(x):
    """The branch of W that is -1 and above, of numbers above -1 / e:
    s2sad.library.special_lambert.lambert_above(x).
    """
    if not x >= -math.exp(-1.0):
        raise NotImplementedError("lambertw is complex below -1 / e")
    if x == 0.0 or x == math.inf:
        result = x
    else:
        if x < 1.0:
            root = math.sqrt(max(0.0, 2.0 * (math.e * x + 1.0)))
            start = -1.0 + root - root * root / 3.0 + 11.0 / 72.0 * root**3
        else:
            start = math.log(x)
            start -= 0.0 if x < 3.0 else math.log(start)
        result = lambert_refined(start, x)
    return result


def lambert_above_tangent(x, x_dot):
    z = lambert_above(x)
    return z, x_dot / (math.exp(z) * (1.0 + z))


def solar_cell_in_the_sun_jvp(
    voltage,
    light,
    dark,
    series,
    shunt,
    thermal,
    voltage_dot,
    light_dot,
    dark_dot,
    series_dot,
    shunt_dot,
    thermal_dot,
):
    """The value of solar_cell_in_the_sun, and its derivative in the direction
    voltage_dot, light_dot, dark_dot, series_dot, shunt_dot, thermal_dot.
    """
    total_dot = series_dot + shunt_dot
    total = series + shunt
    current_dot = np.empty_like(voltage)
    current = np.empty_like(voltage)
    power_dot = np.empty_like(voltage)
    power = np.empty_like(voltage)
    for i in range(len(voltage)):
        exponent = shunt * (series * (light + dark) + voltage[i]) / (thermal * total)
        factor = (
            shunt_dot * (series * (light + dark) + voltage[i])
            + shunt
            * (
                series_dot * (light + dark)
                + series * (light_dot + dark_dot)
                + voltage_dot[i]
            )
            - exponent * (thermal_dot * total + thermal * total_dot)
        )
        exponent_dot = factor / (thermal * total)
        quotient = series * shunt * dark / (thermal * total)
        factor_2 = (
            (series_dot * shunt + series * shunt_dot) * dark
            + series * shunt * dark_dot
            - quotient * (thermal_dot * total + thermal * total_dot)
        )
        quotient_dot = factor_2 / (thermal * total)
        exp_exponent = np.exp(exponent)
        exp_exponent_dot = exp_exponent * exponent_dot
        argument_dot = quotient_dot * exp_exponent + quotient * exp_exponent_dot
        argument = quotient * exp_exponent
        w, w_dot = lambert_above_tangent(argument, argument_dot)
        quotient = (shunt * (light + dark) - voltage[i]) / total
        factor_3 = (
            shunt_dot * (light + dark)
            + shunt * (light_dot + dark_dot)
            - voltage_dot[i]
            - quotient * total_dot
        )
        quotient_dot = factor_3 / total
        quotient_2 = thermal / series
        quotient_2_dot = (thermal_dot - quotient_2 * series_dot) / series
        current_dot[i] = quotient_dot - (quotient_2_dot * w + quotient_2 * w_dot)
        current[i] = quotient - quotient_2 * w
        power_dot[i] = voltage_dot[i] * current[i] + voltage[i] * current_dot[i]
        power[i] = voltage[i] * current[i]
    best = np.argmax(power)
    fill = power[best] / (voltage[-1] * current[0])
    term = fill * (voltage_dot[-1] * current[0] + voltage[-1] * current_dot[0])
    factor_4 = power_dot[best] - term
    fill_dot = factor_4 / (voltage[-1] * current[0])
    return current, fill, current_dot, fill_dot
