import math

import numpy as np


def richards_equation_vjp(head, k_sat, alpha, n, dz, dt, steps, result_bar):
    """The adjoints of head, k_sat, alpha, n, dz and dt of richards_equation, for the
    adjoint of its result.
    """
    # forward sweep: saves head_2, k, capacity, flow and saturation
    quotient = 1.0 / n
    m = 1.0 - quotient
    head_2 = head
    head_2_saved = []
    k_saved_2 = []
    capacity_saved = []
    flow_saved = []
    k_saved = []
    saturation_saved = []
    for k_2 in range(steps):
        saturation = np.empty_like(head_2)
        saturation_saved.append(saturation)
        for i in range(len(head_2)):
            suction = (alpha * np.abs(head_2[i])) ** n
            if head_2[i] < 0.0:
                saturation[i] = (1.0 + suction) ** -m
            else:
                saturation[i] = 1.0
        k = np.empty_like(head_2)
        k_saved.append(k)
        for i in range(len(saturation)):
            k[i] = k_sat * np.sqrt(saturation[i])
            k_saved_2.append(k[i])
            k[i] *= (1.0 - (1.0 - saturation[i] ** (1.0 / m)) ** m) ** 2
        flow = np.empty(max(len(saturation) - 1, 0))
        flow_saved.append(flow)
        for i in range(len(saturation) - 1):
            between = 0.5 * (k[i + 1] + k[i])
            flow[i] = -between * ((head_2[i + 1] - head_2[i]) / dz + 1.0)
        capacity = np.empty(max(len(saturation) - 2, 0))
        capacity_saved.append(capacity)
        for i in range(len(saturation) - 2):
            capacity[i] = 0.1 + alpha * saturation[i + 1]
        head_2_saved.append(head_2)
        head_2 = head_2.copy()
        for i in range(len(head_2) - 2):
            head_2[i + 1] -= dt * (flow[i + 1] - flow[i]) / (dz * capacity[i])

    # reverse sweep
    head_bar = np.zeros_like(head)
    head_2_bar = result_bar.copy()
    m_bar = 0.0
    dt_bar = 0.0
    dz_bar = 0.0
    n_bar = 0.0
    alpha_bar = 0.0
    k_sat_bar = 0.0
    for k_2 in range(steps - 1, -1, -1):
        capacity = capacity_saved.pop()
        flow = flow_saved.pop()
        flow_bar = np.zeros_like(flow)
        capacity_bar = np.empty_like(capacity)
        for i in range(len(head_2) - 2):
            quotient_2 = dt * (flow[i + 1] - flow[i]) / (dz * capacity[i])
            numerator_bar = -head_2_bar[i + 1] / (dz * capacity[i])
            dt_bar += (flow[i + 1] - flow[i]) * numerator_bar
            flow_bar[i + 1] += dt * numerator_bar
            flow_bar[i] -= dt * numerator_bar
            dz_bar -= capacity[i] * quotient_2 * numerator_bar
            capacity_bar[i] = -dz * quotient_2 * numerator_bar
        head_2 = head_2_saved.pop()
        head_2_new_bar = head_2_bar
        head_2_bar = np.zeros_like(head_2)
        head_2_bar += head_2_new_bar
        saturation = saturation_saved.pop()
        saturation_bar = np.zeros_like(saturation)
        for i in range(len(saturation) - 2):
            alpha_bar += saturation[i + 1] * capacity_bar[i]
            saturation_bar[i + 1] += alpha * capacity_bar[i]
        k = k_saved.pop()
        k_bar = np.zeros_like(k)
        for i in range(len(saturation) - 1):
            between = 0.5 * (k[i + 1] + k[i])
            quotient_2 = (head_2[i + 1] - head_2[i]) / dz
            between_bar = -(quotient_2 + 1.0) * flow_bar[i]
            numerator_bar = -between * flow_bar[i] / dz
            head_2_bar[i + 1] += numerator_bar
            head_2_bar[i] -= numerator_bar
            dz_bar -= quotient_2 * numerator_bar
            k_bar[i + 1] += 0.5 * between_bar
            k_bar[i] += 0.5 * between_bar
        for i in range(len(saturation) - 1, -1, -1):
            k[i] = k_saved_2.pop()
            quotient_2 = 1.0 / m
            power = saturation[i] ** quotient_2
            power_2 = (1.0 - power) ** m
            k_i_bar = k_bar[i]
            k_bar[i] = (1.0 - power_2) ** 2 * k_i_bar
            power_2_bar = -2.0 * (1.0 - power_2) * k[i] * k_i_bar
            factor = -(m * (1.0 - power) ** (m - 1.0) if m != 0.0 else 0.0)
            power_bar = factor * power_2_bar
            factor_2 = (
                power_2 * math.log(1.0 - power)
                if 1.0 - power > 0.0
                else 0.0
                if 1.0 - power == 0.0
                else math.nan
            )
            m_bar += factor_2 * power_2_bar
            factor_3 = (
                quotient_2 * saturation[i] ** (quotient_2 - 1.0)
                if quotient_2 != 0.0
                else 0.0
            )
            saturation_bar[i] += factor_3 * power_bar
            factor_4 = (
                power * math.log(saturation[i])
                if saturation[i] > 0.0
                else 0.0
                if saturation[i] == 0.0
                else math.nan
            )
            quotient_2_bar = factor_4 * power_bar
            m_bar -= quotient_2 * quotient_2_bar / m
            sqrt_saturation = np.sqrt(saturation[i])
            k_sat_bar += sqrt_saturation * k_bar[i]
            saturation_bar[i] += k_sat * k_bar[i] / (2.0 * sqrt_saturation)
        for i in range(len(head_2)):
            abs_head = np.abs(head_2[i])
            suction = (alpha * abs_head) ** n
            if head_2[i] < 0.0:
                power = (1.0 + suction) ** -m
                power_bar = saturation_bar[i]
                factor_5 = -m * (1.0 + suction) ** (-m - 1.0) if -m != 0.0 else 0.0
                suction_bar = factor_5 * power_bar
                factor_6 = (
                    power * math.log(1.0 + suction)
                    if 1.0 + suction > 0.0
                    else 0.0
                    if 1.0 + suction == 0.0
                    else math.nan
                )
                m_bar -= factor_6 * power_bar
                factor_7 = n * (alpha * abs_head) ** (n - 1.0) if n != 0.0 else 0.0
                product_bar = factor_7 * suction_bar
                alpha_bar += abs_head * product_bar
                factor_8 = (
                    suction * math.log(alpha * abs_head)
                    if alpha * abs_head > 0.0
                    else 0.0
                    if alpha * abs_head == 0.0
                    else math.nan
                )
                n_bar += factor_8 * suction_bar
                head_2_bar[i] += np.sign(head_2[i]) * alpha * product_bar
    head_bar += head_2_bar
    n_bar += quotient * m_bar / n
    return head_bar, k_sat_bar, alpha_bar, n_bar, dz_bar, dt_bar
