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


def lambert_above_adjoint(x, z_bar):
    z = lambert_above(x)
    return z_bar / (math.exp(z) * (1.0 + z))


def solar_cell_in_the_sun_vjp(
    voltage, light, dark, series, shunt, thermal, result_0_bar, result_1_bar
):
    """The adjoints of voltage, light, dark, series, shunt and thermal of
    solar_cell_in_the_sun, for the adjoint of its result.
    """
    # forward sweep
    total = series + shunt
    current = np.empty_like(voltage)
    power = np.empty_like(voltage)
    for i in range(len(voltage)):
        exponent = shunt * (series * (light + dark) + voltage[i]) / (thermal * total)
        argument = series * shunt * dark / (thermal * total) * np.exp(exponent)
        w = lambert_above(argument)
        quotient_2 = thermal / series
        current[i] = (shunt * (light + dark) - voltage[i]) / total - quotient_2 * w
        power[i] = voltage[i] * current[i]
    best = np.argmax(power)
    fill = power[best] / (voltage[-1] * current[0])

    # reverse sweep
    voltage_bar = np.zeros_like(voltage)
    current_bar = result_0_bar.copy()
    power_bar = np.zeros_like(power)
    numerator_bar = result_1_bar / (voltage[-1] * current[0])
    power_bar[best] += numerator_bar
    voltage_bar[-1] -= current[0] * fill * numerator_bar
    current_bar[0] -= voltage[-1] * fill * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    thermal_bar = 0.0
    shunt_bar = 0.0
    series_bar = 0.0
    dark_bar = 0.0
    light_bar = 0.0
    for i in range(len(voltage)):
        exponent = shunt * (series * (light + dark) + voltage[i]) / (thermal * total)
        quotient = series * shunt * dark / (thermal * total)
        exp_exponent = np.exp(exponent)
        argument = quotient * exp_exponent
        w = lambert_above(argument)
        quotient_2 = thermal / series
        current_bar[i] += voltage[i] * power_bar[i]
        numerator_bar = -w * current_bar[i] / series
        numerator_bar_2 = current_bar[i] / total
        shunt_bar += (light + dark) * numerator_bar_2
        total_bar -= (shunt * (light + dark) - voltage[i]) * numerator_bar_2 / total
        argument_bar = lambert_above_adjoint(argument, -quotient_2 * current_bar[i])
        numerator_bar_3 = exp_exponent * argument_bar / (thermal * total)
        series_bar += shunt * dark * numerator_bar_3 - quotient_2 * numerator_bar
        shunt_bar += series * dark * numerator_bar_3
        dark_bar += shunt * numerator_bar_2 + series * shunt * numerator_bar_3
        thermal_bar += numerator_bar - total * quotient * numerator_bar_3
        total_bar -= thermal * quotient * numerator_bar_3
        numerator_bar = exp_exponent * quotient * argument_bar / (thermal * total)
        shunt_bar += (series * (light + dark) + voltage[i]) * numerator_bar
        sum_bar = shunt * numerator_bar
        series_bar += (light + dark) * sum_bar
        light_bar += shunt * numerator_bar_2 + series * sum_bar
        dark_bar += series * sum_bar
        voltage_bar[i] += current[i] * power_bar[i] + sum_bar - numerator_bar_2
        thermal_bar -= total * exponent * numerator_bar
        total_bar -= thermal * exponent * numerator_bar
    series_bar += total_bar
    shunt_bar += total_bar
    return voltage_bar, light_bar, dark_bar, series_bar, shunt_bar, thermal_bar
