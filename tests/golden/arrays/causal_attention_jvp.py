import numpy as np


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values_dot[i, j] = a_ij_dot[np.argmax(a_ij)]
            values[i, j] = np.max(a_ij)
    return values, values_dot


def matmul_tangent(left, right, left_dot, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1], right.shape[2]))
    result = np.empty((left.shape[0], left.shape[1], right.shape[2]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[2]):
                total_dot = 0.0
                total = 0.0
                for k in range(left.shape[2]):
                    term = left[i, j, k] * right_dot[i, k, m]
                    total_dot += left_dot[i, j, k] * right[i, k, m] + term
                    total += left[i, j, k] * right[i, k, m]
                result_dot[i, j, m] = total_dot
                result[i, j, m] = total
    return result, result_dot


def tri(N):
    """The matrix with ones on its k-th diagonal and below."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(N):
        for j in range(min(i + 1, N)):
            matrix[i, j] = 1
    return matrix


def causal_attention_jvp(x, wq, wk, wv, heads, x_dot, wq_dot, wk_dot, wv_dot):
    """The value of causal_attention, and its derivative in the direction x_dot,
    wq_dot, wk_dot, wv_dot.
    """
    n = x.shape[0]
    d = x.shape[1]
    if x.shape[1] != wq.shape[0]:
        raise ValueError("x and wq have different shapes")
    if heads == 0:
        raise ZeroDivisionError("division by zero")
    array_dot = x_dot @ wq + x @ wq_dot
    array = x @ wq
    a_dot = np.reshape(np.ascontiguousarray(array_dot), (n, heads, d // heads))
    a = np.reshape(np.ascontiguousarray(array), (n, heads, d // heads))
    q_dot = np.swapaxes(a_dot, 0, 1)
    q = np.swapaxes(a, 0, 1)
    if x.shape[1] != wk.shape[0]:
        raise ValueError("x and wk have different shapes")
    array_2_dot = x_dot @ wk + x @ wk_dot
    array_2 = x @ wk
    a_2_dot = np.reshape(np.ascontiguousarray(array_2_dot), (n, heads, d // heads))
    a_2 = np.reshape(np.ascontiguousarray(array_2), (n, heads, d // heads))
    k_dot = np.swapaxes(a_2_dot, 0, 1)
    k = np.swapaxes(a_2, 0, 1)
    if x.shape[1] != wv.shape[0]:
        raise ValueError("x and wv have different shapes")
    array_3_dot = x_dot @ wv + x @ wv_dot
    array_3 = x @ wv
    a_3_dot = np.reshape(np.ascontiguousarray(array_3_dot), (n, heads, d // heads))
    a_3 = np.reshape(np.ascontiguousarray(array_3), (n, heads, d // heads))
    v_dot = np.swapaxes(a_3_dot, 0, 1)
    v = np.swapaxes(a_3, 0, 1)
    matmul_result, matmul_result_dot = matmul_tangent(
        q, np.swapaxes(k, 1, 2), q_dot, np.swapaxes(k_dot, 1, 2)
    )
    root = np.sqrt(d // heads)
    scores_dot = np.zeros_like(matmul_result)
    scores = np.empty_like(matmul_result)
    tri_result = tri(n)
    if tri_result.shape[0] != matmul_result.shape[1]:
        raise ValueError("tri_result and scores have different shapes")
    if tri_result.shape[1] != matmul_result.shape[2]:
        raise ValueError("tri_result and scores have different shapes")
    scores_2_dot = np.zeros((matmul_result.shape[0], n, n))
    scores_2 = np.empty((matmul_result.shape[0], n, n))
    for i in range(matmul_result.shape[0]):
        for j in range(matmul_result.shape[1]):
            for m in range(matmul_result.shape[2]):
                scores_dot[i, j, m] = matmul_result_dot[i, j, m] / root
                scores[i, j, m] = matmul_result[i, j, m] / root
        for j in range(n):
            for m in range(n):
                if tri_result[j, m]:
                    scores_2_dot[i, j, m] = scores_dot[i, j, m]
                    scores_2[i, j, m] = scores[i, j, m]
                else:
                    scores_2_dot[i, j, m] = 0.0
                    scores_2[i, j, m] = -1000000000.0
    values_2, values_2_dot = along_axis_tangent(scores_2, scores_2_dot)
    weights_dot = np.zeros((matmul_result.shape[0], n, n))
    weights = np.empty((matmul_result.shape[0], n, n))
    for i in range(matmul_result.shape[0]):
        for j in range(n):
            values_2_2_dot = 0.0
            values_2_2 = 0.0
            for m in range(n):
                exponential = np.exp(scores_2[i, j, m] - values_2[i, j])
                factor = scores_2_dot[i, j, m] - values_2_dot[i, j]
                exponential_dot = exponential * factor
                weights_dot[i, j, m] = exponential_dot
                weights[i, j, m] = exponential
                values_2_2_dot += weights_dot[i, j, m]
                values_2_2 += weights[i, j, m]
            for m in range(n):
                term = weights[i, j, m] * values_2_2_dot / values_2_2
                factor_2 = weights_dot[i, j, m] - term
                weights_dot[i, j, m] = factor_2 / values_2_2
                weights[i, j, m] /= values_2_2
    a_4, a_4_dot = matmul_tangent(weights, v, weights_dot, v_dot)
    swapaxes_result_dot = np.swapaxes(a_4_dot, 0, 1)
    swapaxes_result = np.swapaxes(a_4, 0, 1)
    value_dot = np.reshape(np.ascontiguousarray(swapaxes_result_dot), (n, d))
    value = np.reshape(np.ascontiguousarray(swapaxes_result), (n, d))
    return value, value_dot
