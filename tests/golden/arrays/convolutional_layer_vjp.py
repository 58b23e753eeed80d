import numpy as np


def einsum(left, right):
    """The sums of left[n, c, h, w] * right[f, c] over c."""
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], right.shape[0], left.shape[2], left.shape[3]))
    for n in range(left.shape[0]):
        for f in range(right.shape[0]):
            for h in range(left.shape[2]):
                for w in range(left.shape[3]):
                    total = 0.0
                    for c in range(left.shape[1]):
                        total += left[n, c, h, w] * right[f, c]
                    result[n, f, h, w] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for n in range(left.shape[0]):
        for f in range(right.shape[0]):
            for h in range(left.shape[2]):
                for w in range(left.shape[3]):
                    total_bar = result_bar[n, f, h, w]
                    for c in range(left.shape[1]):
                        left_bar[n, c, h, w] += right[f, c] * total_bar
                        right_bar[f, c] += left[n, c, h, w] * total_bar


def convolutional_layer_vjp(images, filters, bias, weights, result_bar):
    """The adjoints of images, filters, bias and weights of convolutional_layer, for
    the adjoint of its result.
    """
    # forward sweep
    n = images.shape[0]
    height = images.shape[2]
    width = images.shape[3]
    count = filters.shape[0]
    kh = filters.shape[2]
    kw = filters.shape[3]
    out = np.zeros((n, count, height - kh + 1, width - kw + 1))
    for i in range(kh):
        for j in range(kw):
            part = images[:, :, i : i + out.shape[2], j : j + out.shape[3]]
            einsum_result = einsum(part, filters[:, :, i, j])
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
                            out[k, m, p, q] += einsum_result[k, m, p, q]
    if out.shape[1] != bias[:, None, None].shape[0]:
        raise ValueError("out and bias[:, None, None] have different shapes")
    out_2 = np.empty_like(out)
    for i in range(n):
        for j in range(count):
            for k in range(height - kh + 1):
                for m in range(width - kw + 1):
                    out[i, j, k, m] += bias[j]
                    out_2[i, j, k, m] = np.maximum(
                        out[i, j, k, m], 0.1 * out[i, j, k, m]
                    )
    pooled = np.reshape(
        np.ascontiguousarray(out_2),
        (n, count, (height - kh + 1) // 2, 2, (width - kw + 1) // 2, 2),
    )
    number = pooled.shape[3] * pooled.shape[5]
    total = np.zeros(
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
                        a = 0.0
                        for q in range(pooled.shape[5]):
                            a += pooled[i, j, k, m, p, q]
                        total[i, j, k, p] += a
                for m in range(pooled.shape[4]):
                    pooled_2[i, j, k, m] = total[i, j, k, m] / number
    operand = np.reshape(np.ascontiguousarray(pooled_2), (n, -1))
    if operand.shape[1] != weights.shape[0]:
        raise ValueError("operand and weights have different shapes")

    # reverse sweep
    images_bar = np.zeros_like(images)
    filters_bar = np.zeros_like(filters)
    bias_bar = np.zeros_like(bias)
    value_bar = result_bar.copy()
    operand_bar = value_bar @ weights.T
    weights_bar = operand.T @ value_bar
    pooled_2_bar = np.zeros_like(pooled_2)
    pooled_2_bar += np.reshape(np.ascontiguousarray(operand_bar), pooled_2.shape)
    pooled_bar = np.empty_like(pooled)
    total_bar = np.zeros_like(total)
    for i in range(pooled.shape[0]):
        for j in range(pooled.shape[1]):
            for k in range(pooled.shape[2]):
                for m in range(pooled.shape[4]):
                    total_bar[i, j, k, m] += pooled_2_bar[i, j, k, m] / number
                for m in range(pooled.shape[3]):
                    for p in range(pooled.shape[4]):
                        a_bar = total_bar[i, j, k, p]
                        for q in range(pooled.shape[5]):
                            pooled_bar[i, j, k, m, p, q] = a_bar
    out_2_bar = np.reshape(np.ascontiguousarray(pooled_bar), out_2.shape).copy()
    out_bar = np.empty_like(out)
    for i in range(n):
        for j in range(count):
            for k in range(height - kh + 1):
                for m in range(width - kw + 1):
                    out_bar[i, j, k, m] = (
                        out_2_bar[i, j, k, m]
                        if out[i, j, k, m] >= 0.1 * out[i, j, k, m]
                        else 0.0
                    )
                    factor = (
                        0.0
                        if out[i, j, k, m] >= 0.1 * out[i, j, k, m]
                        else out_2_bar[i, j, k, m]
                    )
                    out_bar[i, j, k, m] += 0.1 * factor
                    bias_bar[j] += out_bar[i, j, k, m]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(kh):
        for j in range(kw):
            part = images[:, :, i : i + out.shape[2], j : j + out.shape[3]]
            einsum_result = einsum(part, filters[:, :, i, j])
            einsum_result_bar = np.zeros_like(einsum_result)
            for k in range(n):
                for m in range(count):
                    for p in range(height - kh + 1):
                        for q in range(width - kw + 1):
                            einsum_result_bar[k, m, p, q] += out_bar[k, m, p, q]
            part_bar = images_bar[:, :, i : i + out.shape[2], j : j + out.shape[3]]
            einsum_adjoint(
                part,
                filters[:, :, i, j],
                einsum_result_bar,
                part_bar,
                filters_bar[:, :, i, j],
            )
    return images_bar, filters_bar, bias_bar, weights_bar
