import numpy as np


def einsum(first, second, third):
    """The sums of first[j, k] * second[k] * third[k, m_] over k."""
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((first.shape[0], third.shape[1]))
    for j in range(first.shape[0]):
        for m_ in range(third.shape[1]):
            total = 0.0
            for k in range(first.shape[1]):
                total += first[j, k] * second[k] * third[k, m_]
            result[j, m_] = total
    return result


def einsum_adjoint(first, third, result_bar, second_bar):
    """The adjoint of second is added to second_bar."""
    # forward sweep
    if second_bar.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for j in range(first.shape[0]):
        for m_ in range(third.shape[1]):
            total_bar = result_bar[j, m_]
            for k in range(first.shape[1]):
                second_bar[k] += first[j, k] * third[k, m_] * total_bar


def split_operator_steps_vjp(real, imaginary, potential, mass, dt, steps, result_bar):
    """The adjoints of real, imaginary, potential, mass and dt of
    split_operator_steps, for the adjoint of its result.
    """
    # forward sweep: saves b, a, a_3, b_3, a_2 and b_2
    n = len(real)
    outer_result = np.outer(np.arange(n), np.arange(n))
    waves = np.empty((outer_result.shape[0], outer_result.shape[1]))
    term = np.empty((outer_result.shape[0], outer_result.shape[1]))
    cos_phase = np.empty(n)
    term_2 = np.empty((outer_result.shape[0], outer_result.shape[1]))
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            waves[i, j] = np.cos(2.0 * np.pi * outer_result[i, j] / n) / n
            term[i, j] = waves[i, j] * n
            term_2[i, j] = waves[i, j] * n
    sin_phase = np.empty(n)
    for i in range(n):
        k = np.minimum(i, n - i)
        phase = 0.5 * (2.0 * np.pi * k / n) ** 2 / mass * dt
        cos_phase[i] = np.cos(phase)
        sin_phase[i] = np.sin(phase)
    drift_c = einsum(term, cos_phase, waves)
    drift_s = einsum(term_2, sin_phase, waves)
    c = np.empty_like(potential)
    s = np.empty_like(potential)
    for i in range(len(potential)):
        c[i] = np.cos(0.5 * dt * potential[i])
        s[i] = np.sin(0.5 * dt * potential[i])
    a = real
    b = imaginary
    b_saved = []
    a_saved = []
    a_3_saved = []
    b_3_saved = []
    a_2_saved = []
    b_2_saved = []
    for k in range(steps):
        if len(potential) != len(a):
            raise ValueError("c and a have different shapes")
        if len(potential) != len(b):
            raise ValueError("s and b have different shapes")
        b_2 = np.empty_like(potential)
        b_2_saved.append(b_2)
        a_2 = np.empty_like(potential)
        a_2_saved.append(a_2)
        for i in range(len(potential)):
            b_2[i] = c[i] * b[i] - s[i] * a[i]
            a_2[i] = c[i] * a[i] + s[i] * b[i]
        if drift_c.shape[1] != len(potential):
            raise ValueError("drift_c and a have different shapes")
        if drift_s.shape[1] != len(b_2):
            raise ValueError("drift_s and b have different shapes")
        product = drift_c @ b_2
        product_2 = drift_s @ a_2
        b_3 = np.empty_like(product)
        b_3_saved.append(b_3)
        product_3 = drift_c @ a_2
        product_4 = drift_s @ b_2
        a_3 = np.empty_like(product_3)
        a_3_saved.append(a_3)
        for i in range(outer_result.shape[0]):
            b_3[i] = product[i] - product_2[i]
            a_3[i] = product_3[i] + product_4[i]
        if len(potential) != outer_result.shape[0]:
            raise ValueError("c and a have different shapes")
        value_before_3 = np.empty_like(potential)
        for i in range(len(potential)):
            value_before_3[i] = c[i] * b_3[i] - s[i] * a_3[i]
        a_saved.append(a)
        a = np.empty_like(potential)
        for i in range(len(potential)):
            a[i] = c[i] * a_3[i] + s[i] * b_3[i]
        b_saved.append(b)
        b = value_before_3
    if len(a) != len(b):
        raise ValueError("a and b have different shapes")
    density = np.empty_like(a)
    for i in range(len(a)):
        density[i] = a[i] ** 2 + b[i] ** 2
    total = 0.0
    for i in range(len(density)):
        total += density[i]

    # reverse sweep
    potential_bar = np.empty_like(potential)
    out_bar = result_bar.copy()
    density_bar = np.empty_like(density)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(density)):
        numerator_bar = out_bar[i] / total
        density_bar[i] = numerator_bar
        total_bar -= density[i] * numerator_bar / total
    for i in range(len(density)):
        density_bar[i] += total_bar
    a_bar = np.empty_like(a)
    b_bar = np.zeros_like(b)
    for i in range(len(a)):
        a_bar[i] = 2.0 * a[i] * density_bar[i]
        b_bar[i] += 2.0 * b[i] * density_bar[i]
    drift_c_bar = np.zeros_like(drift_c)
    drift_s_bar = np.zeros_like(drift_s)
    c_bar = np.zeros_like(c)
    s_bar = np.zeros_like(s)
    for k in range(steps - 1, -1, -1):
        b = b_saved.pop()
        value_before_3_bar = b_bar
        b_bar = np.zeros_like(b)
        a_3 = a_3_saved.pop()
        b_3 = b_3_saved.pop()
        b_3_bar = np.zeros_like(b_3)
        a_3_bar = np.zeros_like(a_3)
        for i in range(len(potential)):
            c_bar[i] += a_3[i] * a_bar[i]
            a_3_bar[i] += c[i] * a_bar[i]
            s_bar[i] += b_3[i] * a_bar[i]
            b_3_bar[i] += s[i] * a_bar[i]
        a = a_saved.pop()
        a_bar = np.zeros_like(a)
        for i in range(len(potential)):
            c_bar[i] += b_3[i] * value_before_3_bar[i]
            b_3_bar[i] += c[i] * value_before_3_bar[i]
            s_bar[i] -= a_3[i] * value_before_3_bar[i]
            a_3_bar[i] -= s[i] * value_before_3_bar[i]
        product_bar = np.empty_like(product)
        product_2_bar = np.empty_like(product_2)
        product_3_bar = np.empty_like(product_3)
        product_4_bar = np.empty_like(product_4)
        for i in range(outer_result.shape[0]):
            product_3_bar[i] = a_3_bar[i]
            product_4_bar[i] = a_3_bar[i]
            product_bar[i] = b_3_bar[i]
            product_2_bar[i] = -b_3_bar[i]
        b_2 = b_2_saved.pop()
        drift_s_bar += np.outer(product_4_bar, b_2)
        b_2_bar = drift_s.T @ product_4_bar
        a_2 = a_2_saved.pop()
        drift_c_bar += np.outer(product_3_bar, a_2)
        a_2_bar = drift_c.T @ product_3_bar
        drift_s_bar += np.outer(product_2_bar, a_2)
        a_2_bar += drift_s.T @ product_2_bar
        drift_c_bar += np.outer(product_bar, b_2)
        b_2_bar += drift_c.T @ product_bar
        for i in range(len(potential)):
            c_bar[i] += a[i] * a_2_bar[i] + b[i] * b_2_bar[i]
            b_bar[i] += s[i] * a_2_bar[i] + c[i] * b_2_bar[i]
            s_bar[i] += b[i] * a_2_bar[i] - a[i] * b_2_bar[i]
            a_bar[i] += c[i] * a_2_bar[i] - s[i] * b_2_bar[i]
    dt_bar = 0.0
    for i in range(len(potential)):
        product_bar_2 = c[i] * s_bar[i]
        dt_bar += 0.5 * potential[i] * product_bar_2
        product_bar_3 = -s[i] * c_bar[i]
        dt_bar += 0.5 * potential[i] * product_bar_3
        potential_bar[i] = 0.5 * dt * product_bar_2 + 0.5 * dt * product_bar_3
    sin_phase_bar = np.zeros_like(sin_phase)
    einsum_adjoint(term_2, waves, drift_s_bar, sin_phase_bar)
    cos_phase_bar = np.zeros_like(cos_phase)
    einsum_adjoint(term, waves, drift_c_bar, cos_phase_bar)

    # forward and reverse in one sweep: the iterations are independent
    mass_bar = 0.0
    for i in range(n):
        k = np.minimum(i, n - i)
        quotient = 0.5 * (2.0 * np.pi * k / n) ** 2 / mass
        phase_bar = cos_phase[i] * sin_phase_bar[i]
        phase_bar -= sin_phase[i] * cos_phase_bar[i]
        dt_bar += quotient * phase_bar
        mass_bar -= quotient * dt * phase_bar / mass
    return a_bar, b_bar, potential_bar, mass_bar, dt_bar
