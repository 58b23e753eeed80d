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


def ellipe_tangent(m, m_dot):
    z = ellipe(m)
    return z, -0.5 * elliptic_d(m) * m_dot


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


def ellipeinc_tangent(phi, m, phi_dot, m_dot):
    z = ellipeinc(phi, m)
    turns = round(phi / math.pi)
    sine = math.sin(phi - math.pi * turns)
    cosine = math.cos(phi - math.pi * turns)
    inner = sine**3 / 3.0 * carlson_d(cosine * cosine, 1.0 - m * sine * sine)
    return (
        z,
        math.sqrt(1.0 - m * math.sin(phi) ** 2) * phi_dot
        - 0.5 * (inner if turns == 0 else inner + 2.0 * turns * elliptic_d(m)) * m_dot,
    )


def ellipk_tangent(m, m_dot):
    z = ellipk(m)
    return z, 0.5 * (z - elliptic_d(m)) / (1.0 - m) * m_dot


def ellipkinc_tangent(phi, m, phi_dot, m_dot):
    z = ellipkinc(phi, m)
    end = math.sin(phi) * math.cos(phi) / math.sqrt(1.0 - m * math.sin(phi) ** 2)
    turns = round(phi / math.pi)
    sine = math.sin(phi - math.pi * turns)
    cosine = math.cos(phi - math.pi * turns)
    inner = sine**3 / 3.0 * carlson_d(cosine * cosine, 1.0 - m * sine * sine)
    return (
        z,
        0.5
        * (z - (inner if turns == 0 else inner + 2.0 * turns * elliptic_d(m)) - end)
        / (1.0 - m)
        * m_dot
        + phi_dot / math.sqrt(1.0 - m * math.sin(phi) ** 2),
    )


def swing_of_a_large_pendulum_jvp(
    amplitudes,
    angle,
    length,
    gravity,
    periods,
    amplitudes_dot,
    angle_dot,
    length_dot,
    gravity_dot,
    periods_dot,
):
    """The value of swing_of_a_large_pendulum, and its derivative in the direction
    amplitudes_dot, angle_dot, length_dot, gravity_dot, periods_dot.
    """
    quotient = length / gravity
    pace = np.sqrt(quotient)
    pace_dot = (length_dot - quotient * gravity_dot) / gravity / (2.0 * pace)
    whole_dot = np.empty(len(amplitudes))
    whole = np.empty(len(amplitudes))
    sine_dot = 0.5 * np.cos(0.5 * angle) * angle_dot
    sine = np.sin(0.5 * angle)
    until_dot = np.empty(len(amplitudes))
    until = np.empty(len(amplitudes))
    root = np.sqrt(gravity * length)
    term_dot = 8.0 * (gravity_dot * length + gravity * length_dot) / (2.0 * root)
    term = 8.0 * root
    action_dot = np.empty(len(amplitudes))
    action = np.empty(len(amplitudes))
    arc_dot = np.empty(len(amplitudes))
    arc = np.empty(len(amplitudes))
    for i in range(len(amplitudes)):
        sine_2 = np.sin(0.5 * amplitudes[i])
        m_dot = sine_2 * np.cos(0.5 * amplitudes[i]) * amplitudes_dot[i]
        m = sine_2**2
        ellipk_result, ellipk_result_dot = ellipk_tangent(m, m_dot)
        whole_dot[i] = 4.0 * pace_dot * ellipk_result + 4.0 * pace * ellipk_result_dot
        whole[i] = 4.0 * pace * ellipk_result
        sqrt_m = np.sqrt(m)
        quotient = sine / sqrt_m
        quotient_dot = (sine_dot - quotient * m_dot / (2.0 * sqrt_m)) / sqrt_m
        phi_dot = quotient_dot / np.sqrt(1.0 - quotient**2)
        phi = np.arcsin(quotient)
        ellipkinc_result, ellipkinc_result_dot = ellipkinc_tangent(
            phi, m, phi_dot, m_dot
        )
        until_dot[i] = pace_dot * ellipkinc_result + pace * ellipkinc_result_dot
        until[i] = pace * ellipkinc_result
        ellipe_result, ellipe_result_dot = ellipe_tangent(m, m_dot)
        ellipk_result, ellipk_result_dot = ellipk_tangent(m, m_dot)
        term_3 = (1.0 - m) * ellipk_result_dot - m_dot * ellipk_result
        factor = ellipe_result_dot - term_3
        term_2 = term * factor
        action_dot[i] = term_dot * (ellipe_result - (1.0 - m) * ellipk_result) + term_2
        action[i] = term * (ellipe_result - (1.0 - m) * ellipk_result)
        ellipeinc_result, ellipeinc_result_dot = ellipeinc_tangent(
            phi, m, phi_dot, m_dot
        )
        ellipe_result, ellipe_result_dot = ellipe_tangent(m, m_dot)
        quotient = ellipeinc_result / ellipe_result
        factor_2 = ellipeinc_result_dot - quotient * ellipe_result_dot
        quotient_dot = factor_2 / ellipe_result
        arc_dot[i] = quotient_dot
        arc[i] = quotient
    whole_0_dot = whole_dot[0]
    whole_0 = whole[0]
    if len(amplitudes) != len(periods):
        raise ValueError("whole and periods have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(amplitudes)):
        term_5 = 44.0 * amplitudes[i] ** 3 * amplitudes_dot[i] / 3072.0
        factor_3 = 0.125 * amplitudes[i] * amplitudes_dot[i] + term_5
        term_4 = whole_0 * factor_3
        factor_4 = 1.0 + amplitudes[i] ** 2 / 16.0 + 11.0 * amplitudes[i] ** 4 / 3072.0
        term_6 = whole_0_dot * factor_4
        small_dot = term_6 + term_4
        factor_5 = 1.0 + amplitudes[i] ** 2 / 16.0 + 11.0 * amplitudes[i] ** 4 / 3072.0
        small = whole_0 * factor_5
        total_dot += 2.0 * (whole[i] - periods[i]) * (whole_dot[i] - periods_dot[i])
        total += (whole[i] - periods[i]) ** 2
        total_2_dot += arc_dot[i] * small + arc[i] * small_dot
        total_2 += arc[i] * small
    return total, until, action, total_2, total_dot, until_dot, action_dot, total_2_dot
