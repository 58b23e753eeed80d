import numpy as np


def einsum_tangent(first, second, third, second_dot):
    """einsum and its tangent."""
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((first.shape[0], third.shape[1]))
    result = np.empty((first.shape[0], third.shape[1]))
    for j in range(first.shape[0]):
        for m_ in range(third.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(first.shape[1]):
                total_dot += first[j, k] * second_dot[k] * third[k, m_]
                total += first[j, k] * second[k] * third[k, m_]
            result_dot[j, m_] = total_dot
            result[j, m_] = total
    return result, result_dot


def split_operator_steps_jvp(
    real,
    imaginary,
    potential,
    mass,
    dt,
    steps,
    real_dot,
    imaginary_dot,
    potential_dot,
    mass_dot,
    dt_dot,
):
    """The value of split_operator_steps, and its derivative in the direction
    real_dot, imaginary_dot, potential_dot, mass_dot, dt_dot.
    """
    n = len(real)
    outer_result = np.outer(np.arange(n), np.arange(n))
    waves = np.empty((outer_result.shape[0], outer_result.shape[1]))
    term = np.empty((outer_result.shape[0], outer_result.shape[1]))
    cos_phase_dot = np.empty(n)
    cos_phase = np.empty(n)
    term_2 = np.empty((outer_result.shape[0], outer_result.shape[1]))
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            waves[i, j] = np.cos(2.0 * np.pi * outer_result[i, j] / n) / n
            term[i, j] = waves[i, j] * n
            term_2[i, j] = waves[i, j] * n
    sin_phase_dot = np.empty(n)
    sin_phase = np.empty(n)
    for i in range(n):
        k = np.minimum(i, n - i)
        quotient = 0.5 * (2.0 * np.pi * k / n) ** 2 / mass
        phase_dot = quotient * dt_dot - quotient * mass_dot * dt / mass
        phase = quotient * dt
        sin_phase_2 = np.sin(phase)
        cos_phase_dot[i] = -sin_phase_2 * phase_dot
        cos_phase[i] = np.cos(phase)
        sin_phase_dot[i] = cos_phase[i] * phase_dot
        sin_phase[i] = sin_phase_2
    drift_c, drift_c_dot = einsum_tangent(term, cos_phase, waves, cos_phase_dot)
    drift_s, drift_s_dot = einsum_tangent(term_2, sin_phase, waves, sin_phase_dot)
    c_dot = np.empty_like(potential)
    c = np.empty_like(potential)
    s_dot = np.empty_like(potential)
    s = np.empty_like(potential)
    for i in range(len(potential)):
        sine = np.sin(0.5 * dt * potential[i])
        c_dot[i] = -sine * (0.5 * dt_dot * potential[i] + 0.5 * dt * potential_dot[i])
        c[i] = np.cos(0.5 * dt * potential[i])
        s_dot[i] = c[i] * (0.5 * dt_dot * potential[i] + 0.5 * dt * potential_dot[i])
        s[i] = sine
    a_dot = real_dot
    a = real
    b_dot = imaginary_dot
    b = imaginary
    b_2_dot = np.empty_like(potential)
    b_2 = np.empty_like(potential)
    a_2_dot = np.empty_like(potential)
    a_2 = np.empty_like(potential)
    for _ in range(steps):
        if len(potential) != len(a):
            raise ValueError("c and a have different shapes")
        if len(potential) != len(b):
            raise ValueError("s and b have different shapes")
        for i in range(len(potential)):
            b_2_dot[i] = (
                c_dot[i] * b[i] + c[i] * b_dot[i] - (s_dot[i] * a[i] + s[i] * a_dot[i])
            )
            b_2[i] = c[i] * b[i] - s[i] * a[i]
            a_2_dot[i] = (
                c_dot[i] * a[i] + c[i] * a_dot[i] + (s_dot[i] * b[i] + s[i] * b_dot[i])
            )
            a_2[i] = c[i] * a[i] + s[i] * b[i]
        if drift_c.shape[1] != len(potential):
            raise ValueError("drift_c and a have different shapes")
        if drift_s.shape[1] != len(b_2):
            raise ValueError("drift_s and b have different shapes")
        product_dot = drift_c_dot @ b_2 + drift_c @ b_2_dot
        product = drift_c @ b_2
        product_2_dot = drift_s_dot @ a_2 + drift_s @ a_2_dot
        product_2 = drift_s @ a_2
        b_3_dot = np.zeros_like(product)
        b_3 = np.empty_like(product)
        product_3_dot = drift_c_dot @ a_2 + drift_c @ a_2_dot
        product_3 = drift_c @ a_2
        product_4_dot = drift_s_dot @ b_2 + drift_s @ b_2_dot
        product_4 = drift_s @ b_2
        a_3_dot = np.zeros_like(product_3)
        a_3 = np.empty_like(product_3)
        for i in range(outer_result.shape[0]):
            b_3_dot[i] = product_dot[i] - product_2_dot[i]
            b_3[i] = product[i] - product_2[i]
            a_3_dot[i] = product_3_dot[i] + product_4_dot[i]
            a_3[i] = product_3[i] + product_4[i]
        if len(potential) != outer_result.shape[0]:
            raise ValueError("c and a have different shapes")
        value_before_3_dot = np.empty_like(potential)
        value_before_3 = np.empty_like(potential)
        for i in range(len(potential)):
            value_before_3_dot[i] = (
                c_dot[i] * b_3[i]
                + c[i] * b_3_dot[i]
                - (s_dot[i] * a_3[i] + s[i] * a_3_dot[i])
            )
            value_before_3[i] = c[i] * b_3[i] - s[i] * a_3[i]
        a_dot = np.empty_like(potential)
        a = np.empty_like(potential)
        for i in range(len(potential)):
            a_dot[i] = (
                c_dot[i] * a_3[i]
                + c[i] * a_3_dot[i]
                + (s_dot[i] * b_3[i] + s[i] * b_3_dot[i])
            )
            a[i] = c[i] * a_3[i] + s[i] * b_3[i]
        b_dot = value_before_3_dot
        b = value_before_3
    if len(a) != len(b):
        raise ValueError("a and b have different shapes")
    density_dot = np.empty_like(a)
    density = np.empty_like(a)
    for i in range(len(a)):
        density_dot[i] = 2.0 * a[i] * a_dot[i] + 2.0 * b[i] * b_dot[i]
        density[i] = a[i] ** 2 + b[i] ** 2
    total_dot = 0.0
    total = 0.0
    for i in range(len(density)):
        total_dot += density_dot[i]
        total += density[i]
    out_dot = np.zeros_like(a)
    out = np.empty_like(a)
    for i in range(len(density)):
        quotient = density[i] / total
        out_dot[i] = (density_dot[i] - quotient * total_dot) / total
        out[i] = quotient
    return out, out_dot
