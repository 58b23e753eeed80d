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


def expit_tangent(x, x_dot):
    z = expit(x)
    return z, z * expit(-x) * x_dot


def scaled_tangent(x, gain, x_dot, gain_dot):
    """scaled and its tangent."""
    if x.shape[1] != len(gain):
        raise ValueError("x and gain have different shapes")
    out_dot = np.empty_like(x)
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(x.shape[1]):
            total_dot += x_dot[i, j] * x[i, j] + x[i, j] * x_dot[i, j]
            total += x[i, j] * x[i, j]
        values = total / x.shape[1]
        values_dot = total_dot / x.shape[1]
        for j in range(x.shape[1]):
            root = np.sqrt(values + 1e-05)
            root_dot = values_dot / (2.0 * root)
            quotient = x[i, j] * gain[j] / root
            factor = x_dot[i, j] * gain[j] + x[i, j] * gain_dot[j] - quotient * root_dot
            quotient_dot = factor / root
            out_dot[i, j] = quotient_dot
            out[i, j] = quotient
    return out, out_dot


def turned_tangent(x, base, x_dot, base_dot):
    """turned and its tangent."""
    half = x.shape[1] // 2
    a_2 = np.arange(len(x))
    term = np.empty(half, dtype=np.int64)
    for i in range(half):
        term[i] = -i
    b_2 = base ** (term / half)
    b_2_dot = (
        term
        * base ** np.where(term / half == 0.0, 1.0, term / half - 1.0)
        * base_dot
        / half
    )
    values = np.empty(a_2.shape)
    for i in range(len(a_2)):
        values[i] = a_2[i]
    angle_dot = np.outer(values, b_2_dot)
    angle = np.outer(values, b_2)
    if x.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = x.shape[1] // 2
    start = 1 * size + min(1, x.shape[1] % 2)
    b_dot = x_dot[:, start:]
    b = x[:, start:]
    size_2 = x.shape[1] // 2
    stop = 1 * size_2 + min(1, x.shape[1] % 2)
    a_dot = x_dot[:, :stop]
    a = x[:, :stop]
    if a.shape[0] != angle.shape[0]:
        raise ValueError("a and c have different shapes")
    if a.shape[1] != angle.shape[1]:
        raise ValueError("a and c have different shapes")
    if b.shape[1] != angle.shape[1]:
        raise ValueError("b and s have different shapes")
    arrays_0_dot = np.empty_like(a)
    arrays_0 = np.empty_like(a)
    arrays_1_dot = np.empty_like(a)
    arrays_1 = np.empty_like(a)
    for i in range(angle.shape[0]):
        for j in range(angle.shape[1]):
            sin_angle = np.sin(angle[i, j])
            c_dot = -sin_angle * angle_dot[i, j]
            c = np.cos(angle[i, j])
            s_dot = c * angle_dot[i, j]
            s = sin_angle
            arrays_0_dot[i, j] = (
                a_dot[i, j] * c + a[i, j] * c_dot - (b_dot[i, j] * s + b[i, j] * s_dot)
            )
            arrays_0[i, j] = a[i, j] * c - b[i, j] * s
            arrays_1_dot[i, j] = (
                a_dot[i, j] * s + a[i, j] * s_dot + (b_dot[i, j] * c + b[i, j] * c_dot)
            )
            arrays_1[i, j] = a[i, j] * s + b[i, j] * c
    length = angle.shape[1] + angle.shape[1]
    whole_dot = np.zeros((angle.shape[0], length))
    whole = np.empty((angle.shape[0], length))
    stop_2 = angle.shape[1]
    whole_dot[:, :stop_2] = arrays_0_dot
    whole[:, :stop_2] = arrays_0
    start_2 = angle.shape[1]
    whole_dot[:, start_2:] = arrays_1_dot
    whole[:, start_2:] = arrays_1
    return whole, whole_dot


def gated_units_jvp(
    x,
    gains,
    query,
    key,
    gate,
    up,
    down,
    base,
    x_dot,
    gains_dot,
    query_dot,
    key_dot,
    gate_dot,
    up_dot,
    down_dot,
    base_dot,
):
    """The value of gated_units, and its derivative in the direction x_dot,
    gains_dot, query_dot, key_dot, gate_dot, up_dot, down_dot, base_dot.
    """
    h, h_dot = scaled_tangent(x, gains[0], x_dot, gains_dot[0])
    if h.shape[1] != query.shape[0]:
        raise ValueError("h and query have different shapes")
    if h.shape[1] != key.shape[0]:
        raise ValueError("h and key have different shapes")
    product_dot = h_dot @ query + h @ query_dot
    product = h @ query
    turned_result, turned_result_dot = turned_tangent(
        product, base, product_dot, base_dot
    )
    product_dot = h_dot @ key + h @ key_dot
    product = h @ key
    turned_result_2, turned_result_2_dot = turned_tangent(
        product, base, product_dot, base_dot
    )
    operand_dot = turned_result_2_dot.T
    operand = turned_result_2.T
    if turned_result.shape[1] != operand.shape[0]:
        raise ValueError("turned_result and operand have different shapes")
    product_dot = turned_result_dot @ operand + turned_result @ operand_dot
    product = turned_result @ operand
    sqrt_query = np.sqrt(query.shape[1])
    A = np.arange(len(x))
    if turned_result.shape[0] != A[:, None].shape[0]:
        raise ValueError("scores and A[:, None] have different shapes")
    if operand.shape[1] != A[:, None].shape[0]:
        raise ValueError("scores and A[:, None] have different shapes")
    scores_2_dot = np.zeros_like(product)
    scores_2 = np.empty_like(product)
    weights_dot = np.zeros((turned_result.shape[0], turned_result.shape[0]))
    weights = np.empty((turned_result.shape[0], turned_result.shape[0]))
    if turned_result.shape[0] != h.shape[0]:
        raise ValueError("weights and h have different shapes")
    values_2_dot = np.empty(turned_result.shape[0])
    values_2 = np.empty(turned_result.shape[0])
    for i in range(turned_result.shape[0]):
        for j in range(operand.shape[1]):
            scores = product[i, j] / sqrt_query
            scores_2_dot[i, j] = product_dot[i, j] / sqrt_query
            scores_2[i, j] = scores - 0.5 * np.abs(A[i] - A[j])
        values_2_dot[i] = 0.0
        values_2[i] = 0.0
        for j in range(turned_result.shape[0]):
            weights[i, j], weights_dot[i, j] = expit_tangent(
                scores_2[i, j], scores_2_dot[i, j]
            )
            values_2_dot[i] += weights_dot[i, j]
            values_2[i] += weights[i, j]
    if x.shape[1] != h.shape[1]:
        raise ValueError("x and h have different shapes")
    product_2_dot = weights_dot @ h + weights @ h_dot
    product_2 = weights @ h
    x_3_dot = np.empty_like(x)
    x_3 = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            quotient = product_2[i, j] / values_2[i]
            factor = product_2_dot[i, j] - quotient * values_2_dot[i]
            quotient_dot = factor / values_2[i]
            x_3_dot[i, j] = x_dot[i, j] + quotient_dot
            x_3[i, j] = x[i, j] + quotient
    h_2, h_2_dot = scaled_tangent(x_3, gains[1], x_3_dot, gains_dot[1])
    if h_2.shape[1] != gate.shape[0]:
        raise ValueError("h and gate have different shapes")
    z_dot = h_2_dot @ gate + h_2 @ gate_dot
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
    product_3_dot = h_2_dot @ up + h_2 @ up_dot
    product_3 = h_2 @ up
    term_dot = np.zeros_like(z)
    term = np.empty_like(z)
    for i in range(x.shape[0]):
        for j in range(gate.shape[1]):
            expit_result, expit_result_dot = expit_tangent(z[i, j], z_dot[i, j])
            silu_dot = z_dot[i, j] * expit_result + z[i, j] * expit_result_dot
            silu = z[i, j] * expit_result
            x_2 = z[i, j] / root
            x_2_dot = z_dot[i, j] / root
            erf_result_dot = 2.0 * math.exp(-x_2 * x_2) * x_2_dot / math.sqrt(math.pi)
            erf_result = math.erf(x_2)
            term_2 = 0.5 * z_dot[i, j] * (1.0 + erf_result)
            gelu_dot = term_2 + 0.5 * z[i, j] * erf_result_dot
            gelu = 0.5 * z[i, j] * (1.0 + erf_result)
            term_3 = (0.5 * silu_dot + 0.5 * gelu_dot) * product_3[i, j]
            term_dot[i, j] = term_3 + (0.5 * silu + 0.5 * gelu) * product_3_dot[i, j]
            term[i, j] = (0.5 * silu + 0.5 * gelu) * product_3[i, j]
    product_4_dot = term_dot @ down + term @ down_dot
    product_4 = term @ down
    out_dot = np.empty_like(x)
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out_dot[i, j] = x_3_dot[i, j] + product_4_dot[i, j]
            out[i, j] = x_3[i, j] + product_4[i, j]
    return out, out_dot
