import math

import numpy as np


def ellipk(m):
    """The complete elliptic integral of the first kind, of the parameter m:
    scipy.special.ellipk(m).
    """
    if m == 1.0:
        result = math.inf
    else:
        a = 1.0
        b = math.sqrt(1.0 - m)
        for _ in range(9):
            mean = 0.5 * (a + b)
            b = math.sqrt(a * b)
            a = mean
        result = 0.5 * math.pi / a
    return result


def elliptic_d(m):
    """(K(m) - E(m)) / m of the complete elliptic integrals."""
    a = 1.0
    b = math.sqrt(1.0 - m)
    total = 0.5
    weight = 1.0
    part = 1.0
    for _ in range(9):
        mean = 0.5 * (a + b)
        part = m * (part / (4.0 * mean)) ** 2
        total += weight * part
        weight *= 2.0
        b = math.sqrt(a * b)
        a = mean
    return 0.5 * math.pi / a * total


def ellipe(m):
    """The complete elliptic integral of the second kind, of the parameter m:
    scipy.special.ellipe(m).
    """
    return ellipk(m) - m * elliptic_d(m) if m != 1.0 else 1.0


def ellipe_adjoint(m, z_bar):
    return -(0.5 * elliptic_d(m) * z_bar)


def carlson_d(x, y):
    """Carlson's symmetric integral of the second kind, of x, y and 1."""
    z = 1.0
    mean = (x + y + 3.0 * z) / 5.0
    x_off = mean - x
    y_off = mean - y
    total = 0.0
    weight = 1.0
    for _ in range(7):
        a = math.sqrt(x)
        b = math.sqrt(y)
        c = math.sqrt(z)
        shift = a * b + b * c + c * a
        total += weight / (c * (z + shift))
        weight *= 0.25
        x = 0.25 * (x + shift)
        y = 0.25 * (y + shift)
        z = 0.25 * (z + shift)
        x_off = 0.25 * x_off
        y_off = 0.25 * y_off
        mean = 0.25 * (mean + shift)
    x_off = x_off / mean
    y_off = y_off / mean
    z_off = -(x_off + y_off) / 3.0
    xy = x_off * y_off
    zz = z_off * z_off
    e2 = xy - 6.0 * zz
    e3 = (3.0 * xy - 8.0 * zz) * z_off
    e4 = 3.0 * (xy - zz) * zz
    e5 = xy * z_off * zz
    series = 1.0 - 3.0 * e2 / 14.0 + e3 / 6.0 + 9.0 * e2 * e2 / 88.0
    series += -3.0 * e4 / 22.0 - 9.0 * e2 * e3 / 52.0 + 3.0 * e5 / 26.0
    return 3.0 * total + weight * series / (mean * math.sqrt(mean))


def carlson_f(x, y):
    """Carlson's symmetric integral of the first kind, of x, y and 1."""
    z = 1.0
    x_off = (y + z - 2.0 * x) / 3.0
    y_off = (x + z - 2.0 * y) / 3.0
    mean = (x + y + z) / 3.0
    for _ in range(7):
        a = math.sqrt(x)
        b = math.sqrt(y)
        c = math.sqrt(z)
        shift = a * b + b * c + c * a
        x = 0.25 * (x + shift)
        y = 0.25 * (y + shift)
        z = 0.25 * (z + shift)
        x_off = 0.25 * x_off
        y_off = 0.25 * y_off
        mean = 0.25 * (mean + shift)
    x_off = x_off / mean
    y_off = y_off / mean
    e2 = x_off * y_off - (x_off + y_off) ** 2
    e3 = -x_off * y_off * (x_off + y_off)
    series = 1.0 - e2 / 10.0 + e3 / 14.0 + e2 * e2 / 24.0 - 3.0 * e2 * e3 / 44.0
    return series / math.sqrt(mean)


def ellipkinc(phi, m):
    """The incomplete elliptic integral of the first kind, of the parameter m:
    scipy.special.ellipkinc(phi, m).
    """
    if m > 1.0:
        result = math.nan
    else:
        turns = round(phi / math.pi)
        sine = math.sin(phi - math.pi * turns)
        cosine = math.cos(phi - math.pi * turns)
        inner = sine * carlson_f(cosine * cosine, 1.0 - m * sine * sine)
        result = inner if turns == 0 else inner + 2.0 * turns * ellipk(m)
    return result


def ellipeinc(phi, m):
    """The incomplete elliptic integral of the second kind, of the parameter m:
    scipy.special.ellipeinc(phi, m).
    """
    if m > 1.0:
        result = math.nan
    elif m == 1.0:
        turns = round(phi / math.pi)
        result = math.sin(phi - math.pi * turns) + 2.0 * turns
    else:
        turns_2 = round(phi / math.pi)
        sine = math.sin(phi - math.pi * turns_2)
        cosine = math.cos(phi - math.pi * turns_2)
        inner = sine**3 / 3.0 * carlson_d(cosine * cosine, 1.0 - m * sine * sine)
        factor = inner if turns_2 == 0 else inner + 2.0 * turns_2 * elliptic_d(m)
        term = m * factor
        result = ellipkinc(phi, m) - term
    return result


def ellipeinc_adjoint(phi, m, z_bar):
    turns = round(phi / math.pi)
    sine = math.sin(phi - math.pi * turns)
    cosine = math.cos(phi - math.pi * turns)
    inner = sine**3 / 3.0 * carlson_d(cosine * cosine, 1.0 - m * sine * sine)
    return (
        math.sqrt(1.0 - m * math.sin(phi) ** 2) * z_bar,
        -(0.5 * (inner if turns == 0 else inner + 2.0 * turns * elliptic_d(m)) * z_bar),
    )


def ellipk_adjoint(m, z_bar):
    z = ellipk(m)
    return 0.5 * (z - elliptic_d(m)) / (1.0 - m) * z_bar


def ellipkinc_adjoint(phi, m, z_bar):
    z = ellipkinc(phi, m)
    end = math.sin(phi) * math.cos(phi) / math.sqrt(1.0 - m * math.sin(phi) ** 2)
    turns = round(phi / math.pi)
    sine = math.sin(phi - math.pi * turns)
    cosine = math.cos(phi - math.pi * turns)
    inner = sine**3 / 3.0 * carlson_d(cosine * cosine, 1.0 - m * sine * sine)
    return (
        z_bar / math.sqrt(1.0 - m * math.sin(phi) ** 2),
        0.5
        * (z - (inner if turns == 0 else inner + 2.0 * turns * elliptic_d(m)) - end)
        / (1.0 - m)
        * z_bar,
    )


def swing_of_a_large_pendulum_vjp(
    amplitudes,
    angle,
    length,
    gravity,
    periods,
    result_0_bar,
    result_1_bar,
    result_2_bar,
    result_3_bar,
):
    """The adjoints of amplitudes, angle, length, gravity and periods of
    swing_of_a_large_pendulum, for the adjoint of its result.
    """
    # forward sweep
    quotient = length / gravity
    pace = np.sqrt(quotient)
    whole = np.empty(len(amplitudes))
    sine = np.sin(0.5 * angle)
    root = np.sqrt(gravity * length)
    term = 8.0 * root
    arc = np.empty(len(amplitudes))
    for i in range(len(amplitudes)):
        m = np.sin(0.5 * amplitudes[i]) ** 2
        whole[i] = 4.0 * pace * ellipk(m)
        phi = np.arcsin(sine / np.sqrt(m))
        arc[i] = ellipeinc(phi, m) / ellipe(m)
    whole_0 = whole[0]
    if len(amplitudes) != len(periods):
        raise ValueError("whole and periods have different shapes")

    # reverse sweep
    amplitudes_bar = np.empty_like(amplitudes)
    periods_bar = np.empty_like(periods)
    until_bar = result_1_bar.copy()
    action_bar = result_2_bar.copy()
    whole_bar = np.empty_like(whole)
    arc_bar = np.empty_like(arc)

    # forward and reverse in one sweep: the iterations are independent
    whole_0_bar = 0.0
    for i in range(len(amplitudes)):
        factor = 1.0 + amplitudes[i] ** 2 / 16.0 + 11.0 * amplitudes[i] ** 4 / 3072.0
        small = whole_0 * factor
        arc_bar[i] = small * result_3_bar
        small_bar = arc[i] * result_3_bar
        difference_bar = 2.0 * (whole[i] - periods[i]) * result_0_bar
        whole_bar[i] = difference_bar
        periods_bar[i] = -difference_bar
        factor_2 = (
            1.0 + 0.0625 * amplitudes[i] ** 2 + 11.0 * amplitudes[i] ** 4 / 3072.0
        )
        whole_0_bar += factor_2 * small_bar
        amplitudes_bar[i] = 0.125 * amplitudes[i] * whole_0 * small_bar
        amplitudes_bar[i] += 44.0 * amplitudes[i] ** 3 * (whole_0 * small_bar / 3072.0)
    whole_bar[0] += whole_0_bar

    # forward and reverse in one sweep: the iterations are independent
    term_bar = 0.0
    sine_bar = 0.0
    pace_bar = 0.0
    for i in range(len(amplitudes)):
        sine_2 = np.sin(0.5 * amplitudes[i])
        m = sine_2**2
        sqrt_m = np.sqrt(m)
        quotient_2 = sine / sqrt_m
        phi = np.arcsin(quotient_2)
        ellipk_result = ellipk(m)
        ellipe_result = ellipe(m)
        numerator_bar = arc_bar[i] / ellipe_result
        ellipe_result_bar = -ellipeinc(phi, m) * numerator_bar / ellipe_result
        phi_bar, m_bar = ellipeinc_adjoint(phi, m, numerator_bar)
        m_bar += ellipe_adjoint(m, ellipe_result_bar)
        term_bar += (ellipe(m) - (1.0 - m) * ellipk_result) * action_bar[i]
        difference_bar = term * action_bar[i]
        m_bar += ellipk_result * difference_bar
        m_bar += ellipk_adjoint(m, (m - 1.0) * difference_bar)
        pace_bar += ellipkinc(phi, m) * until_bar[i]
        phi_bar_part, m_bar_part = ellipkinc_adjoint(phi, m, pace * until_bar[i])
        m_bar += ellipe_adjoint(m, difference_bar) + m_bar_part
        quotient_2_bar = (phi_bar + phi_bar_part) / np.sqrt(1.0 - quotient_2**2)
        numerator_bar = quotient_2_bar / sqrt_m
        sine_bar += numerator_bar
        sqrt_m_bar = -quotient_2 * numerator_bar
        pace_bar += 4.0 * ellipk(m) * whole_bar[i]
        ellipk_result_bar = 4.0 * pace * whole_bar[i]
        m_bar += sqrt_m_bar / (2.0 * sqrt_m) + ellipk_adjoint(m, ellipk_result_bar)
        amplitudes_bar[i] += np.cos(0.5 * amplitudes[i]) * sine_2 * m_bar
    product_bar = 8.0 * term_bar / (2.0 * root)
    angle_bar = 0.5 * np.cos(0.5 * angle) * sine_bar
    numerator_bar = pace_bar / (2.0 * pace) / gravity
    length_bar = gravity * product_bar + numerator_bar
    gravity_bar = length * product_bar - quotient * numerator_bar
    return amplitudes_bar, angle_bar, length_bar, gravity_bar, periods_bar
