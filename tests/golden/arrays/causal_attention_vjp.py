import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = np.max(a_ij)
    return values


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            a_ij_bar[np.argmax(a_ij)] += result_bar[i, j]


def matmul(left, right):
    """The sums of left[i, j, k] * right[i, k, m] over k."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty((left.shape[0], left.shape[1], right.shape[2]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[2]):
                total = 0.0
                for k in range(left.shape[2]):
                    total += left[i, j, k] * right[i, k, m]
                result[i, j, m] = total
    return result


def matmul_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[2]):
                total_bar = result_bar[i, j, m]
                for k in range(left.shape[2]):
                    left_bar[i, j, k] += right[i, k, m] * total_bar
                    right_bar[i, k, m] += left[i, j, k] * total_bar


def tri(N):
    """The matrix with ones on its k-th diagonal and below."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(N):
        for j in range(min(i + 1, N)):
            matrix[i, j] = 1
    return matrix


def causal_attention_vjp(x, wq, wk, wv, heads, result_bar):
    """The adjoints of x, wq, wk and wv of causal_attention, for the adjoint of its
    result.
    """
    # forward sweep: saves weights, values_2_2 and exponential
    n = x.shape[0]
    d = x.shape[1]
    if x.shape[1] != wq.shape[0]:
        raise ValueError("x and wq have different shapes")
    if heads == 0:
        raise ZeroDivisionError("division by zero")
    array = x @ wq
    a = np.reshape(np.ascontiguousarray(array), (n, heads, d // heads))
    q = np.swapaxes(a, 0, 1)
    if x.shape[1] != wk.shape[0]:
        raise ValueError("x and wk have different shapes")
    array_2 = x @ wk
    a_2 = np.reshape(np.ascontiguousarray(array_2), (n, heads, d // heads))
    k = np.swapaxes(a_2, 0, 1)
    if x.shape[1] != wv.shape[0]:
        raise ValueError("x and wv have different shapes")
    array_3 = x @ wv
    a_3 = np.reshape(np.ascontiguousarray(array_3), (n, heads, d // heads))
    v = np.swapaxes(a_3, 0, 1)
    matmul_result = matmul(q, np.swapaxes(k, 1, 2))
    root = np.sqrt(d // heads)
    scores = np.empty_like(matmul_result)
    tri_result = tri(n)
    if tri_result.shape[0] != matmul_result.shape[1]:
        raise ValueError("tri_result and scores have different shapes")
    if tri_result.shape[1] != matmul_result.shape[2]:
        raise ValueError("tri_result and scores have different shapes")
    scores_2 = np.empty((matmul_result.shape[0], n, n))
    for i in range(matmul_result.shape[0]):
        for j in range(matmul_result.shape[1]):
            for m in range(matmul_result.shape[2]):
                scores[i, j, m] = matmul_result[i, j, m] / root
        for j in range(n):
            for m in range(n):
                if tri_result[j, m]:
                    scores_2[i, j, m] = scores[i, j, m]
                else:
                    scores_2[i, j, m] = -1000000000.0
    values_2 = along_axis(scores_2)
    weights = np.empty((matmul_result.shape[0], n, n))
    weights_saved = np.empty((matmul_result.shape[0], n, n))
    values_2_2_saved = np.empty((matmul_result.shape[0], n))
    exponential_saved = np.empty((matmul_result.shape[0], n, n))
    for i in range(matmul_result.shape[0]):
        for j in range(n):
            values_2_2 = 0.0
            for m in range(n):
                exponential = np.exp(scores_2[i, j, m] - values_2[i, j])
                exponential_saved[i, j, m] = exponential
                weights[i, j, m] = exponential
                values_2_2 += weights[i, j, m]
            values_2_2_saved[i, j] = values_2_2
            for m in range(n):
                weights_saved[i, j, m] = weights[i, j, m]
                weights[i, j, m] /= values_2_2
    a_4 = matmul(weights, v)
    swapaxes_result = np.swapaxes(a_4, 0, 1)

    # reverse sweep
    value_bar = result_bar.copy()
    a_4_bar = np.zeros_like(a_4)
    swapaxes_result_bar = np.swapaxes(a_4_bar, 0, 1)
    swapaxes_result_bar += np.reshape(
        np.ascontiguousarray(value_bar), swapaxes_result.shape
    )
    a_3_bar = np.zeros_like(a_3)
    v_bar = np.swapaxes(a_3_bar, 0, 1)
    weights_bar = np.zeros_like(weights)
    matmul_adjoint(weights, v, a_4_bar, weights_bar, v_bar)
    scores_2_bar = np.empty_like(scores_2)
    values_2_bar = np.empty_like(values_2)
    for i in range(matmul_result.shape[0]):
        for j in range(n):
            values_2_2 = values_2_2_saved[i, j]
            values_2_2_bar = 0.0
            for m in range(n):
                weights[i, j, m] = weights_saved[i, j, m]
                numerator_bar = weights_bar[i, j, m] / values_2_2
                weights_bar[i, j, m] = numerator_bar
                values_2_2_bar -= weights[i, j, m] * numerator_bar / values_2_2
            values_2_i_2_j_bar = 0.0
            for m in range(n):
                weights_bar[i, j, m] += values_2_2_bar
                exponential_bar = weights_bar[i, j, m]
                exponential = exponential_saved[i, j, m]
                scores_2_bar[i, j, m] = exponential * exponential_bar
                values_2_i_2_j_bar -= exponential * exponential_bar
            values_2_bar[i, j] = values_2_i_2_j_bar
    along_axis_adjoint(scores_2, values_2_bar, scores_2_bar)
    matmul_result_bar = np.empty_like(matmul_result)
    scores_bar = np.zeros_like(scores)
    for i in range(matmul_result.shape[0]):
        for j in range(n):
            for m in range(n):
                if tri_result[j, m]:
                    scores_bar[i, j, m] += scores_2_bar[i, j, m]
        for j in range(matmul_result.shape[1]):
            for m in range(matmul_result.shape[2]):
                matmul_result_bar[i, j, m] = scores_bar[i, j, m] / root
    a_bar = np.zeros_like(a)
    q_bar = np.swapaxes(a_bar, 0, 1)
    a_2_bar = np.zeros_like(a_2)
    k_bar = np.swapaxes(a_2_bar, 0, 1)
    matmul_adjoint(
        q, np.swapaxes(k, 1, 2), matmul_result_bar, q_bar, np.swapaxes(k_bar, 1, 2)
    )
    array_3_bar = np.zeros_like(array_3)
    array_3_bar += np.reshape(np.ascontiguousarray(a_3_bar), array_3.shape)
    x_bar = array_3_bar @ wv.T
    wv_bar = x.T @ array_3_bar
    array_2_bar = np.zeros_like(array_2)
    array_2_bar += np.reshape(np.ascontiguousarray(a_2_bar), array_2.shape)
    x_bar += array_2_bar @ wk.T
    wk_bar = x.T @ array_2_bar
    array_bar = np.reshape(np.ascontiguousarray(a_bar), array.shape).copy()
    x_bar += array_bar @ wq.T
    return x_bar, x.T @ array_bar, wk_bar, wv_bar
