import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[0], left.shape[2], left.shape[3]))
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
            if out.shape[2] != einsum_result.shape[2]:
                raise ValueError("out and einsum_result have different shapes")
            if out.shape[3] != einsum_result.shape[3]:
                raise ValueError("out and einsum_result have different shapes")
            for k in range(n):
                for m in range(count):
                    for p in range(height - kh + 1):
                        for q in range(width - kw + 1):
                            out_dot[k, m, p, q] += einsum_result_dot[k, m, p, q]
                            out[k, m, p, q] += einsum_result[k, m, p, q]
    if out.shape[1] != bias[:, None, None].shape[0]:
        raise ValueError("out and bias[:, None, None] have different shapes")
    out_2_dot = np.empty_like(out)
    out_2 = np.empty_like(out)
    for i in range(n):
        for j in range(count):
            for k in range(height - kh + 1):
                for m in range(width - kw + 1):
                    out_dot[i, j, k, m] += bias_dot[j]
                    out[i, j, k, m] += bias[j]
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
        (n, count, (height - kh + 1) // 2, 2, (width - kw + 1) // 2, 2),
    )
    pooled = np.reshape(
        np.ascontiguousarray(out_2),
        (n, count, (height - kh + 1) // 2, 2, (width - kw + 1) // 2, 2),
    )
    number = pooled.shape[3] * pooled.shape[5]
    total_dot = np.zeros(
        (pooled.shape[0], pooled.shape[1], pooled.shape[2], pooled.shape[4])
    )
    total = np.zeros(
        (pooled.shape[0], pooled.shape[1], pooled.shape[2], pooled.shape[4])
    )
    pooled_2_dot = np.empty(
        (pooled.shape[0], pooled.shape[1], pooled.shape[2], pooled.shape[4])
    )
    pooled_2 = np.empty(
        (pooled.shape[0], pooled.shape[1], pooled.shape[2], pooled.shape[4])
    )
    for i in range(pooled.shape[0]):
        for j in range(pooled.shape[1]):
            for k in range(pooled.shape[2]):
                for m in range(pooled.shape[3]):
                    for p in range(pooled.shape[4]):
                        a_dot = 0.0
                        a = 0.0
                        for q in range(pooled.shape[5]):
                            a_dot += pooled_dot[i, j, k, m, p, q]
                            a += pooled[i, j, k, m, p, q]
                        total_dot[i, j, k, p] += a_dot
                        total[i, j, k, p] += a
                for m in range(pooled.shape[4]):
                    pooled_2_dot[i, j, k, m] = total_dot[i, j, k, m] / number
                    pooled_2[i, j, k, m] = total[i, j, k, m] / number
    operand_dot = np.reshape(np.ascontiguousarray(pooled_2_dot), (n, -1))
    operand = np.reshape(np.ascontiguousarray(pooled_2), (n, -1))
    if operand.shape[1] != weights.shape[0]:
        raise ValueError("operand and weights have different shapes")
    return operand @ weights, operand_dot @ weights + operand @ weights_dot
