import numpy as np


def product(a):
    """The product of the elements of a vector."""
    value = 1.0
    for i in range(len(a)):
        value *= a[i]
    return value


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i] = product(a[i])
    return values


def product_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep: saves value
    value = 1.0
    value_saved = np.empty(len(a))
    for i in range(len(a)):
        value_saved[i] = value
        value *= a[i]

    # reverse sweep
    value_bar = result_bar
    for i in range(len(a) - 1, -1, -1):
        a_bar[i] += value_saved[i] * value_bar
        value_bar = a[i] * value_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        product_adjoint(a[i], result_bar[i], a_bar[i])


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def barycentric_interpolation_vjp(nodes, values, at, result_0_bar, result_1_bar):
    """The adjoints of nodes, values and at of barycentric_interpolation, for the
    adjoint of its result.
    """
    # forward sweep
    gaps = np.empty((len(nodes), len(nodes)))
    eye_result = eye(len(nodes))
    where = np.empty_like(eye_result)
    for i in range(len(nodes)):
        for j in range(len(nodes)):
            gaps[i, j] = nodes[i] - nodes[j]
            where[i, j] = not eye_result[i, j]
    a_2 = np.empty_like(gaps)
    for i in range(len(nodes)):
        for j in range(len(nodes)):
            if where[i, j]:
                a_2[i, j] = gaps[i, j]
            else:
                a_2[i, j] = 1.0
    values_2 = along_axis(a_2)
    weights = np.empty_like(values_2)
    for i in range(len(nodes)):
        weights[i] = 1.0 / values_2[i]
    terms = np.empty((len(at), len(nodes)))
    bottom = np.empty(len(at))
    for i in range(len(at)):
        bottom[i] = 0.0
        for j in range(len(nodes)):
            terms[i, j] = weights[j] / (at[i] - nodes[j])
            bottom[i] += terms[i, j]
    if len(nodes) != len(values):
        raise ValueError("terms and values have different shapes")
    product = terms @ values
    p = np.empty_like(product)
    for i in range(len(at)):
        p[i] = product[i] / bottom[i]

    # reverse sweep
    nodes_bar = np.zeros_like(nodes)
    values_bar = np.zeros_like(values)
    at_bar = np.empty_like(at)
    p_bar = result_0_bar.copy()
    quotient_2_bar = result_1_bar.copy()
    terms_bar = np.empty_like(terms)
    bottom_bar = np.empty_like(bottom)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(at)):
        total = 0.0
        for j in range(len(nodes)):
            quotient = (p[i] - values[j]) / (at[i] - nodes[j])
            total += terms[i, j] * quotient
        numerator_bar = quotient_2_bar[i] / bottom[i]
        bottom_bar[i] = -total * numerator_bar / bottom[i]
        at_i_bar = 0.0
        for j in range(len(nodes)):
            quotient = (p[i] - values[j]) / (at[i] - nodes[j])
            terms_bar[i, j] = quotient * numerator_bar
            numerator_bar_2 = terms[i, j] * numerator_bar / (at[i] - nodes[j])
            p_bar[i] += numerator_bar_2
            values_bar[j] -= numerator_bar_2
            at_i_bar -= quotient * numerator_bar_2
            nodes_bar[j] += quotient * numerator_bar_2
        at_bar[i] = at_i_bar
        numerator_bar = p_bar[i] / bottom[i]
        product_bar[i] = numerator_bar
        bottom_bar[i] -= product[i] * numerator_bar / bottom[i]
    terms_bar += np.outer(product_bar, values)
    values_bar += terms.T @ product_bar
    weights_bar = np.zeros_like(weights)
    for i in range(len(at)):
        at_i_bar = 0.0
        for j in range(len(nodes)):
            terms_bar[i, j] += bottom_bar[i]
            quotient = weights[j] / (at[i] - nodes[j])
            numerator_bar = terms_bar[i, j] / (at[i] - nodes[j])
            weights_bar[j] += numerator_bar
            at_i_bar -= quotient * numerator_bar
            nodes_bar[j] += quotient * numerator_bar
        at_bar[i] += at_i_bar
    values_2_bar = np.empty_like(values_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(nodes)):
        values_2_bar[i] = -weights_bar[i] / values_2[i] / values_2[i]
    a_2_bar = np.zeros_like(a_2)
    along_axis_adjoint(a_2, values_2_bar, a_2_bar)
    gaps_bar = np.zeros_like(gaps)
    for i in range(len(nodes)):
        for j in range(len(nodes)):
            if where[i, j]:
                gaps_bar[i, j] += a_2_bar[i, j]
    for i in range(len(nodes)):
        nodes_i_bar = 0.0
        for j in range(len(nodes)):
            nodes_i_bar += gaps_bar[i, j]
            nodes_bar[j] -= gaps_bar[i, j]
        nodes_bar[i] += nodes_i_bar
    return nodes_bar, values_bar, at_bar
