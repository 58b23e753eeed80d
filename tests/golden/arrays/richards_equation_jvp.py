import math

import numpy as np


def richards_equation_jvp(
    head,
    k_sat,
    alpha,
    n,
    dz,
    dt,
    steps,
    head_dot,
    k_sat_dot,
    alpha_dot,
    n_dot,
    dz_dot,
    dt_dot,
):
    """The value of richards_equation, and its derivative in the direction head_dot,
    k_sat_dot, alpha_dot, n_dot, dz_dot, dt_dot.
    """
    quotient = 1.0 / n
    m_dot = quotient * n_dot / n
    m = 1.0 - quotient
    for _ in range(steps):
        saturation_dot = np.zeros_like(head)
        saturation = np.empty_like(head)
        for i in range(len(head)):
            abs_head_dot = np.sign(head[i]) * head_dot[i]
            abs_head = np.abs(head[i])
            suction = (alpha * abs_head) ** n
            factor = (
                suction * math.log(alpha * abs_head)
                if alpha * abs_head > 0.0
                else 0.0
                if alpha * abs_head == 0.0
                else math.nan
            )
            term = factor * n_dot
            factor_2 = n * (alpha * abs_head) ** (n - 1.0) if n != 0.0 else 0.0
            term_2 = factor_2 * (alpha_dot * abs_head + alpha * abs_head_dot)
            suction_dot = term_2 + term
            if head[i] < 0.0:
                power = (1.0 + suction) ** -m
                factor_3 = (
                    power * math.log(1.0 + suction)
                    if 1.0 + suction > 0.0
                    else 0.0
                    if 1.0 + suction == 0.0
                    else math.nan
                )
                term_3 = factor_3 * m_dot
                factor_4 = -m * (1.0 + suction) ** (-m - 1.0) if -m != 0.0 else 0.0
                term_4 = factor_4 * suction_dot
                power_dot = term_4 - term_3
                saturation_dot[i] = power_dot
                saturation[i] = power
            else:
                saturation_dot[i] = 0.0
                saturation[i] = 1.0
        k_dot = np.zeros_like(head)
        k = np.empty_like(head)
        for i in range(len(saturation)):
            sqrt_saturation = np.sqrt(saturation[i])
            sqrt_saturation_dot = saturation_dot[i] / (2.0 * sqrt_saturation)
            k_dot[i] = k_sat_dot * sqrt_saturation + k_sat * sqrt_saturation_dot
            k[i] = k_sat * sqrt_saturation
            quotient = 1.0 / m
            quotient_dot = -quotient * m_dot / m
            power = saturation[i] ** quotient
            factor_5 = (
                power * math.log(saturation[i])
                if saturation[i] > 0.0
                else 0.0
                if saturation[i] == 0.0
                else math.nan
            )
            term_5 = factor_5 * quotient_dot
            factor_6 = (
                quotient * saturation[i] ** (quotient - 1.0) if quotient != 0.0 else 0.0
            )
            term_6 = factor_6 * saturation_dot[i]
            power_dot = term_6 + term_5
            power_2 = (1.0 - power) ** m
            factor_7 = (
                power_2 * math.log(1.0 - power)
                if 1.0 - power > 0.0
                else 0.0
                if 1.0 - power == 0.0
                else math.nan
            )
            term_7 = factor_7 * m_dot
            term_8 = (m * (1.0 - power) ** (m - 1.0) if m != 0.0 else 0.0) * power_dot
            power_2_dot = term_7 - term_8
            term_9 = 2.0 * k[i] * (1.0 - power_2) * power_2_dot
            k_dot[i] = k_dot[i] * (1.0 - power_2) ** 2 - term_9
            k[i] *= (1.0 - power_2) ** 2
        flow_dot = np.zeros(max(len(saturation) - 1, 0))
        flow = np.empty(max(len(saturation) - 1, 0))
        for i in range(len(saturation) - 1):
            between_dot = 0.5 * (k_dot[i + 1] + k_dot[i])
            between = 0.5 * (k[i + 1] + k[i])
            quotient = (head[i + 1] - head[i]) / dz
            quotient_dot = (head_dot[i + 1] - head_dot[i] - quotient * dz_dot) / dz
            flow_dot[i] = -between_dot * (quotient + 1.0) - between * quotient_dot
            flow[i] = -between * (quotient + 1.0)
        capacity_dot = np.zeros(max(len(saturation) - 2, 0))
        capacity = np.empty(max(len(saturation) - 2, 0))
        for i in range(len(saturation) - 2):
            term_10 = alpha * saturation_dot[i + 1]
            capacity_dot[i] = alpha_dot * saturation[i + 1] + term_10
            capacity[i] = 0.1 + alpha * saturation[i + 1]
        head_dot = head_dot.copy()
        head = head.copy()
        for i in range(len(head) - 2):
            quotient = dt * (flow[i + 1] - flow[i]) / (dz * capacity[i])
            factor_8 = (
                dt_dot * (flow[i + 1] - flow[i])
                + dt * (flow_dot[i + 1] - flow_dot[i])
                - quotient * (dz_dot * capacity[i] + dz * capacity_dot[i])
            )
            quotient_dot = factor_8 / (dz * capacity[i])
            head_dot[i + 1] -= quotient_dot
            head[i + 1] -= quotient
    return head, head_dot
