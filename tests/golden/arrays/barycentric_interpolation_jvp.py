import numpy as np


def product_tangent(a, a_dot):
    """product and its tangent."""
    value_dot = 0.0
    value = 1.0
    for i in range(len(a)):
        value_dot = value_dot * a[i] + value * a_dot[i]
        value *= a[i]
    return value, value_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i], values_dot[i] = product_tangent(a[i], a_dot[i])
    return values, values_dot


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def barycentric_interpolation_jvp(nodes, values, at, nodes_dot, values_dot, at_dot):
    """The value of barycentric_interpolation, and its derivative in the direction
    nodes_dot, values_dot, at_dot.
    """
    gaps_dot = np.empty((len(nodes), len(nodes)))
    gaps = np.empty((len(nodes), len(nodes)))
    eye_result = eye(len(nodes))
    where = np.empty_like(eye_result)
    for i in range(len(nodes)):
        for j in range(len(nodes)):
            gaps_dot[i, j] = nodes_dot[i] - nodes_dot[j]
            gaps[i, j] = nodes[i] - nodes[j]
            where[i, j] = not eye_result[i, j]
    a_2_dot = np.zeros_like(gaps)
    a_2 = np.empty_like(gaps)
    for i in range(len(nodes)):
        for j in range(len(nodes)):
            if where[i, j]:
                a_2_dot[i, j] = gaps_dot[i, j]
                a_2[i, j] = gaps[i, j]
            else:
                a_2_dot[i, j] = 0.0
                a_2[i, j] = 1.0
    values_2, values_2_dot = along_axis_tangent(a_2, a_2_dot)
    weights_dot = np.zeros_like(values_2)
    weights = np.empty_like(values_2)
    for i in range(len(nodes)):
        quotient = 1.0 / values_2[i]
        weights_dot[i] = -quotient * values_2_dot[i] / values_2[i]
        weights[i] = quotient
    terms_dot = np.empty((len(at), len(nodes)))
    terms = np.empty((len(at), len(nodes)))
    bottom_dot = np.empty(len(at))
    bottom = np.empty(len(at))
    for i in range(len(at)):
        bottom_dot[i] = 0.0
        bottom[i] = 0.0
        for j in range(len(nodes)):
            quotient = weights[j] / (at[i] - nodes[j])
            factor = weights_dot[j] - quotient * (at_dot[i] - nodes_dot[j])
            quotient_dot = factor / (at[i] - nodes[j])
            terms_dot[i, j] = quotient_dot
            terms[i, j] = quotient
            bottom_dot[i] += terms_dot[i, j]
            bottom[i] += terms[i, j]
    if len(nodes) != len(values):
        raise ValueError("terms and values have different shapes")
    product_dot = terms_dot @ values + terms @ values_dot
    product = terms @ values
    p_dot = np.empty_like(product)
    p = np.empty_like(product)
    quotient_2_dot = np.empty(len(at))
    quotient_2 = np.empty(len(at))
    for i in range(len(at)):
        quotient = product[i] / bottom[i]
        p_dot[i] = (product_dot[i] - quotient * bottom_dot[i]) / bottom[i]
        p[i] = quotient
        total_dot = 0.0
        total = 0.0
        for j in range(len(nodes)):
            quotient = (p[i] - values[j]) / (at[i] - nodes[j])
            factor_2 = p_dot[i] - values_dot[j] - quotient * (at_dot[i] - nodes_dot[j])
            quotient_dot = factor_2 / (at[i] - nodes[j])
            total_dot += terms_dot[i, j] * quotient + terms[i, j] * quotient_dot
            total += terms[i, j] * quotient
        quotient = total / bottom[i]
        quotient_2_dot[i] = (total_dot - quotient * bottom_dot[i]) / bottom[i]
        quotient_2[i] = quotient
    return p, quotient_2, p_dot, quotient_2_dot
