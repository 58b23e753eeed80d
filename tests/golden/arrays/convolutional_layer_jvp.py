import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.zeros((left.shape[0], right.shape[0], left.shape[2], left.shape[3]))
    result = np.empty((left.shape[0], right.shape[0], left.shape[2], left.shape[3]))
    for n in range(left.shape[0]):
        for f in range(right.shape[0]):
            for h in range(left.shape[2]):
                for w in range(left.shape[3]):
                    total_dot = 0.0
                    total = 0.0
                    for c in range(left.shape[1]):
                        term = left[n, c, h, w] * right_dot[f, c]
                        total_dot += left_dot[n, c, h, w] * right[f, c] + term
                        total += left[n, c, h, w] * right[f, c]
                    result_dot[n, f, h, w] = total_dot
                    result[n, f, h, w] = total
    return result, result_dot


def summed_2_tangent(a, a_dot):
    """summed_2 and its tangent."""
    out_dot = np.zeros((a.shape[0], a.shape[1], a.shape[2], a.shape[4]))
    out = np.zeros((a.shape[0], a.shape[1], a.shape[2], a.shape[4]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    for n in range(a.shape[4]):
                        out_dot[i, j, k, n] += a_dot[i, j, k, m, n]
                        out[i, j, k, n] += a[i, j, k, m, n]
    return out, out_dot


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    total_dot = np.zeros((a.shape[0], a.shape[1], a.shape[2], a.shape[3], a.shape[4]))
    total = np.empty((a.shape[0], a.shape[1], a.shape[2], a.shape[3], a.shape[4]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    for n in range(a.shape[4]):
                        total_dot[i, j, k, m, n] = 0.0
                        total[i, j, k, m, n] = 0.0
                        for p in range(a.shape[5]):
                            total_dot[i, j, k, m, n] += a_dot[i, j, k, m, n, p]
                            total[i, j, k, m, n] += a[i, j, k, m, n, p]
    value, value_dot = summed_2_tangent(total, total_dot)
    return value, value_dot


def mean_tangent(a, a_dot):
    """mean and its tangent."""
    number = a.shape[3] * a.shape[5]
    summed_result, summed_result_dot = summed_tangent(a, a_dot)
    values_dot = np.zeros_like(summed_result)
    values = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            for k in range(summed_result.shape[2]):
                for m in range(summed_result.shape[3]):
                    values_dot[i, j, k, m] = summed_result_dot[i, j, k, m] / number
                    values[i, j, k, m] = summed_result[i, j, k, m] / number
    return values, values_dot


def convolutional_layer_jvp(
    images, filters, bias, weights, images_dot, filters_dot, bias_dot, weights_dot
):
    """The value of convolutional_layer, and its derivative in the direction
    images_dot, filters_dot, bias_dot, weights_dot.
    """
    n = images.shape[0]
    height = images.shape[2]
    width = images.shape[3]
    count = filters.shape[0]
    kh = filters.shape[2]
    kw = filters.shape[3]
    out_dot = np.zeros((n, count, height - kh + 1, width - kw + 1))
    out = np.zeros((n, count, height - kh + 1, width - kw + 1))
    for i in range(kh):
        for j in range(kw):
            part_dot = images_dot[:, :, i : i + out.shape[2], j : j + out.shape[3]]
            part = images[:, :, i : i + out.shape[2], j : j + out.shape[3]]
            einsum_result, einsum_result_dot = einsum_tangent(
                part, filters[:, :, i, j], part_dot, filters_dot[:, :, i, j]
            )
            if out.shape[0] != einsum_result.shape[0]:
                raise ValueError("out and einsum_result have different shapes")
            if out.shape[1] != einsum_result.shape[1]:
                raise ValueError("out and einsum_result have different shapes")
            if out.shape[2] != einsum_result.shape[2]:
                raise ValueError("out and einsum_result have different shapes")
            if out.shape[3] != einsum_result.shape[3]:
                raise ValueError("out and einsum_result have different shapes")
            for k in range(out.shape[0]):
                for m in range(out.shape[1]):
                    for p in range(out.shape[2]):
                        for q in range(out.shape[3]):
                            out_dot[k, m, p, q] += einsum_result_dot[k, m, p, q]
                            out[k, m, p, q] += einsum_result[k, m, p, q]
    if out.shape[1] != bias[:, None, None].shape[0]:
        raise ValueError("out and bias[:, None, None] have different shapes")
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for k in range(out.shape[2]):
                for m in range(out.shape[3]):
                    out_dot[i, j, k, m] += bias_dot[j]
                    out[i, j, k, m] += bias[j]
    out_2_dot = np.zeros_like(out)
    out_2 = np.empty_like(out)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for k in range(out.shape[2]):
                for m in range(out.shape[3]):
                    out_2_dot[i, j, k, m] = (
                        out_dot[i, j, k, m]
                        if out[i, j, k, m] >= 0.1 * out[i, j, k, m]
                        else 0.1 * out_dot[i, j, k, m]
                    )
                    out_2[i, j, k, m] = np.maximum(
                        out[i, j, k, m], 0.1 * out[i, j, k, m]
                    )
    pooled_dot = np.reshape(
        np.ascontiguousarray(out_2_dot),
        (n, count, out_2.shape[2] // 2, 2, out_2.shape[3] // 2, 2),
    )
    pooled = np.reshape(
        np.ascontiguousarray(out_2),
        (n, count, out_2.shape[2] // 2, 2, out_2.shape[3] // 2, 2),
    )
    pooled_2, pooled_2_dot = mean_tangent(pooled, pooled_dot)
    operand_dot = np.reshape(np.ascontiguousarray(pooled_2_dot), (n, -1))
    operand = np.reshape(np.ascontiguousarray(pooled_2), (n, -1))
    if operand.shape[1] != weights.shape[0]:
        raise ValueError("operand and weights have different shapes")
    return operand @ weights, operand_dot @ weights + operand @ weights_dot
