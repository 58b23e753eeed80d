import math

import numpy as np


def expit(x):
    """The logistic function, 1 / (1 + exp(-x)): scipy.special.expit(x)."""
    if x < 0.0:
        part = math.exp(x)
        result = part / (1.0 + part)
    else:
        result = 1.0 / (1.0 + math.exp(-x))
    return result


def expit_adjoint(x, z_bar):
    z = expit(x)
    return z * expit(-x) * z_bar


def scaled(x, gain):
    if x.shape[1] != len(gain):
        raise ValueError("x and gain have different shapes")
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        total = 0.0
        for j in range(x.shape[1]):
            a = x[i, j] * x[i, j]
            total += a
        values = total / x.shape[1]
        for j in range(x.shape[1]):
            out[i, j] = x[i, j] * gain[j] / np.sqrt(values + 1e-05)
    return out


def scaled_adjoint(x, gain, result_bar, x_bar, gain_bar):
    """The adjoint of x and gain is added to x_bar, gain_bar."""
    # forward sweep
    if x.shape[1] != len(gain):
        raise ValueError("x and gain have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        total = 0.0
        for j in range(x.shape[1]):
            total += x[i, j] * x[i, j]
        values = total / x.shape[1]
        values_bar = 0.0
        for j in range(x.shape[1]):
            root = np.sqrt(values + 1e-05)
            numerator_bar = result_bar[i, j] / root
            x_bar[i, j] += gain[j] * numerator_bar
            gain_bar[j] += x[i, j] * numerator_bar
            values_bar -= x[i, j] * gain[j] * numerator_bar / root / (2.0 * root)
        total_bar = values_bar / x.shape[1]
        for j in range(x.shape[1]):
            x_bar[i, j] += 2.0 * x[i, j] * total_bar


def turned(x, base):
    half = x.shape[1] // 2
    a_2 = np.arange(len(x))
    term = np.empty(half, dtype=np.int64)
    for i in range(half):
        term[i] = -i
    b_2 = base ** (term / half)
    values = np.empty(a_2.shape)
    for i in range(len(a_2)):
        values[i] = a_2[i]
    angle = np.outer(values, b_2)
    if x.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = x.shape[1] // 2
    start = 1 * size + min(1, x.shape[1] % 2)
    b = x[:, start:]
    size_2 = x.shape[1] // 2
    stop = 1 * size_2 + min(1, x.shape[1] % 2)
    a = x[:, :stop]
    if a.shape[0] != angle.shape[0]:
        raise ValueError("a and c have different shapes")
    if a.shape[1] != angle.shape[1]:
        raise ValueError("a and c have different shapes")
    if b.shape[1] != angle.shape[1]:
        raise ValueError("b and s have different shapes")
    arrays_0 = np.empty_like(a)
    arrays_1 = np.empty_like(a)
    for i in range(angle.shape[0]):
        for j in range(angle.shape[1]):
            c = np.cos(angle[i, j])
            s = np.sin(angle[i, j])
            arrays_0[i, j] = a[i, j] * c - b[i, j] * s
            arrays_1[i, j] = a[i, j] * s + b[i, j] * c
    length = angle.shape[1] + angle.shape[1]
    whole = np.empty((angle.shape[0], length))
    stop_2 = angle.shape[1]
    whole[:, :stop_2] = arrays_0
    start_2 = angle.shape[1]
    whole[:, start_2:] = arrays_1
    return whole


def turned_adjoint(x, base, result_bar, x_bar):
    """The adjoint of base in turned; the adjoint of x is added to x_bar."""
    # forward sweep
    half = x.shape[1] // 2
    a_2 = np.arange(len(x))
    term = np.empty(half, dtype=np.int64)
    for i in range(half):
        term[i] = -i
    b_2 = base ** (term / half)
    values = np.empty(a_2.shape)
    for i in range(len(a_2)):
        values[i] = a_2[i]
    angle = np.outer(values, b_2)
    if x.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = x.shape[1] // 2
    start = 1 * size + min(1, x.shape[1] % 2)
    b = x[:, start:]
    size_2 = x.shape[1] // 2
    stop = 1 * size_2 + min(1, x.shape[1] % 2)
    a = x[:, :stop]
    if a.shape[0] != angle.shape[0]:
        raise ValueError("a and c have different shapes")
    if a.shape[1] != angle.shape[1]:
        raise ValueError("a and c have different shapes")
    if b.shape[1] != angle.shape[1]:
        raise ValueError("b and s have different shapes")
    stop_2 = angle.shape[1]
    start_2 = angle.shape[1]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_1_bar = whole_bar[:, start_2:].copy()
    whole_bar[:, start_2:] = 0.0
    arrays_0_bar = whole_bar[:, :stop_2].copy()
    angle_bar = np.empty_like(angle)
    b_bar = x_bar[:, start:]
    a_bar = x_bar[:, :stop]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(angle.shape[0]):
        for j in range(angle.shape[1]):
            c = np.cos(angle[i, j])
            s = np.sin(angle[i, j])
            s_bar = a[i, j] * arrays_1_bar[i, j] - b[i, j] * arrays_0_bar[i, j]
            c_bar = b[i, j] * arrays_1_bar[i, j] + a[i, j] * arrays_0_bar[i, j]
            a_bar[i, j] += s * arrays_1_bar[i, j] + c * arrays_0_bar[i, j]
            b_bar[i, j] += c * arrays_1_bar[i, j] - s * arrays_0_bar[i, j]
            angle_bar[i, j] = c * s_bar - s * c_bar
    b_2_bar = np.dot(values, angle_bar)
    base_bar = np.sum(
        term
        * base ** np.where(term / half == 0.0, 1.0, term / half - 1.0)
        * b_2_bar
        / half
    )
    return base_bar


def gated_units_vjp(x, gains, query, key, gate, up, down, base, result_bar):
    """The adjoints of x, gains, query, key, gate, up, down and base of gated_units,
    for the adjoint of its result.
    """
    # forward sweep
    h = scaled(x, gains[0])
    if h.shape[1] != query.shape[0]:
        raise ValueError("h and query have different shapes")
    if h.shape[1] != key.shape[0]:
        raise ValueError("h and key have different shapes")
    product_5 = h @ query
    turned_result = turned(product_5, base)
    product_6 = h @ key
    turned_result_2 = turned(product_6, base)
    operand = turned_result_2.T
    if turned_result.shape[1] != operand.shape[0]:
        raise ValueError("turned_result and operand have different shapes")
    product = turned_result @ operand
    sqrt_query = np.sqrt(query.shape[1])
    A = np.arange(len(x))
    if turned_result.shape[0] != A[:, None].shape[0]:
        raise ValueError("scores and A[:, None] have different shapes")
    if operand.shape[1] != A[:, None].shape[0]:
        raise ValueError("scores and A[:, None] have different shapes")
    scores_2 = np.empty_like(product)
    weights = np.empty((turned_result.shape[0], turned_result.shape[0]))
    if turned_result.shape[0] != h.shape[0]:
        raise ValueError("weights and h have different shapes")
    values_2 = np.empty(turned_result.shape[0])
    for i in range(turned_result.shape[0]):
        for j in range(operand.shape[1]):
            scores = product[i, j] / sqrt_query
            scores_2[i, j] = scores - 0.5 * np.abs(A[i] - A[j])
        values_2[i] = 0.0
        for j in range(turned_result.shape[0]):
            weights[i, j] = expit(scores_2[i, j])
            values_2[i] += weights[i, j]
    if x.shape[1] != h.shape[1]:
        raise ValueError("x and h have different shapes")
    product_2 = weights @ h
    x_3 = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            x_3[i, j] = x[i, j] + product_2[i, j] / values_2[i]
    h_2 = scaled(x_3, gains[1])
    if h_2.shape[1] != gate.shape[0]:
        raise ValueError("h and gate have different shapes")
    z = h_2 @ gate
    root = np.sqrt(2.0)
    if h_2.shape[1] != up.shape[0]:
        raise ValueError("h and up have different shapes")
    if gate.shape[1] != up.shape[1]:
        raise ValueError("silu and up have different shapes")
    if up.shape[1] != down.shape[0]:
        raise ValueError("up and down have different shapes")
    if x.shape[1] != down.shape[1]:
        raise ValueError("x and down have different shapes")
    product_3 = h_2 @ up
    term = np.empty_like(z)
    for i in range(x.shape[0]):
        for j in range(gate.shape[1]):
            silu = z[i, j] * expit(z[i, j])
            x_2 = z[i, j] / root
            gelu = 0.5 * z[i, j] * (1.0 + math.erf(x_2))
            term[i, j] = (0.5 * silu + 0.5 * gelu) * product_3[i, j]
    product_4 = term @ down

    # reverse sweep
    x_bar = np.empty_like(x)
    gains_bar = np.zeros_like(gains)
    out_bar = result_bar.copy()
    x_3_bar = np.empty_like(x_3)
    product_4_bar = np.zeros_like(product_4)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            x_3_bar[i, j] = out_bar[i, j]
            product_4_bar[i, j] += out_bar[i, j]
    term_bar = product_4_bar @ down.T
    down_bar = term.T @ product_4_bar
    z_bar = np.zeros_like(z)
    product_3_bar = np.zeros_like(product_3)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        for j in range(gate.shape[1]):
            expit_result = expit(z[i, j])
            silu = z[i, j] * expit_result
            x_2 = z[i, j] / root
            erf_result = math.erf(x_2)
            gelu = 0.5 * z[i, j] * (1.0 + erf_result)
            silu_bar = 0.5 * product_3[i, j] * term_bar[i, j]
            gelu_bar = 0.5 * product_3[i, j] * term_bar[i, j]
            product_3_bar[i, j] += (0.5 * silu + 0.5 * gelu) * term_bar[i, j]
            x_2_bar = math.exp(-x_2 * x_2) * z[i, j] * gelu_bar / math.sqrt(math.pi)
            z_bar[i, j] += 0.5 * (1.0 + erf_result) * gelu_bar + x_2_bar / root
            z_bar[i, j] += expit_result * silu_bar
            z_bar[i, j] += expit_adjoint(z[i, j], z[i, j] * silu_bar)
    h_2_bar = product_3_bar @ up.T
    up_bar = h_2.T @ product_3_bar
    h_2_bar += z_bar @ gate.T
    gate_bar = h_2.T @ z_bar
    scaled_adjoint(x_3, gains[1], h_2_bar, x_3_bar, gains_bar[1])
    values_2_bar = np.zeros_like(values_2)
    product_2_bar = np.zeros_like(product_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            x_bar[i, j] = x_3_bar[i, j]
            numerator_bar = x_3_bar[i, j] / values_2[i]
            product_2_bar[i, j] += numerator_bar
            values_2_bar[i] -= product_2[i, j] * numerator_bar / values_2[i]
    weights_bar = product_2_bar @ h.T
    h_bar = weights.T @ product_2_bar
    product_bar = np.empty_like(product)
    scores_2_bar = np.zeros_like(scores_2)
    for i in range(turned_result.shape[0]):
        for j in range(turned_result.shape[0]):
            weights_bar[i, j] += values_2_bar[i]
            scores_2_bar[i, j] += expit_adjoint(scores_2[i, j], weights_bar[i, j])
        for j in range(operand.shape[1]):
            product_bar[i, j] = scores_2_bar[i, j] / sqrt_query
    turned_result_2_bar = np.zeros_like(turned_result_2)
    operand_bar = turned_result_2_bar.T
    turned_result_bar = product_bar @ operand.T
    operand_bar += turned_result.T @ product_bar
    product_6_bar = np.zeros_like(product_6)
    base_bar = turned_adjoint(product_6, base, turned_result_2_bar, product_6_bar)
    h_bar += product_6_bar @ key.T
    key_bar = h.T @ product_6_bar
    product_5_bar = np.zeros_like(product_5)
    base_bar += turned_adjoint(product_5, base, turned_result_bar, product_5_bar)
    h_bar += product_5_bar @ query.T
    query_bar = h.T @ product_5_bar
    scaled_adjoint(x, gains[0], h_bar, x_bar, gains_bar[0])
    return x_bar, gains_bar, query_bar, key_bar, gate_bar, up_bar, down_bar, base_bar
