import numpy as np


def summed_2_tangent(a, a_dot):
    """summed_2 and its tangent."""
    out_dot = np.zeros((a.shape[0], a.shape[1]))
    out = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out_dot[i, j] = 0.0
            out[i, j] = 0.0
            for k in range(a.shape[2]):
                out_dot[i, j] += a_dot[i, j, k]
                out[i, j] += a[i, j, k]
    return out, out_dot


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    total_dot = np.zeros((a.shape[0], a.shape[1], a.shape[2]))
    total = np.empty((a.shape[0], a.shape[1], a.shape[2]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                total_dot[i, j, k] = 0.0
                total[i, j, k] = 0.0
                for m in range(a.shape[3]):
                    total_dot[i, j, k] += a_dot[i, j, k, m]
                    total[i, j, k] += a[i, j, k, m]
    value, value_dot = summed_2_tangent(total, total_dot)
    return value, value_dot


def mean_tangent(a, a_dot):
    """mean and its tangent."""
    number = a.shape[2] * a.shape[3]
    summed_result, summed_result_dot = summed_tangent(a, a_dot)
    values_dot = np.zeros_like(summed_result)
    values = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            values_dot[i, j] = summed_result_dot[i, j] / number
            values[i, j] = summed_result[i, j] / number
    return values, values_dot


def restored_3_tangent(values, values_dot):
    """restored_3 and its tangent."""
    out_dot = np.zeros((values.shape[0], values.shape[1], 1, 1))
    out = np.empty((values.shape[0], values.shape[1], 1, 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            out_dot[i, j, 0, 0] = values_dot[i, j, 0]
            out[i, j, 0, 0] = values[i, j, 0]
    return out, out_dot


def restored_2_tangent(values, values_dot):
    """restored_2 and its tangent."""
    expand_dims_result_dot = np.zeros((values.shape[0], values.shape[1], 1))
    expand_dims_result = np.empty((values.shape[0], values.shape[1], 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            expand_dims_result_dot[i, j, 0] = values_dot[i, j]
            expand_dims_result[i, j, 0] = values[i, j]
    value, value_dot = restored_3_tangent(expand_dims_result, expand_dims_result_dot)
    return value, value_dot


def mean_2_tangent(a, a_dot):
    """mean_2 and its tangent."""
    number = a.shape[2] * a.shape[3]
    summed_result, summed_result_dot = summed_tangent(a, a_dot)
    values_dot = np.zeros_like(summed_result)
    values = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            values_dot[i, j] = summed_result_dot[i, j] / number
            values[i, j] = summed_result[i, j] / number
    value, value_dot = restored_2_tangent(values, values_dot)
    return value, value_dot


def var_tangent(a, a_dot):
    """var and its tangent."""
    mean_2_result, mean_2_result_dot = mean_2_tangent(a, a_dot)
    if a.shape[0] != mean_2_result.shape[0]:
        raise ValueError("a and mean_2_result have different shapes")
    if a.shape[1] != mean_2_result.shape[1]:
        raise ValueError("a and mean_2_result have different shapes")
    count = a.shape[2] * a.shape[3]
    term_dot = np.zeros_like(a)
    term = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    centred_dot = a_dot[i, j, k, m] - mean_2_result_dot[i, j, 0, 0]
                    centred = a[i, j, k, m] - mean_2_result[i, j, 0, 0]
                    term_dot[i, j, k, m] = centred_dot * centred + centred * centred_dot
                    term[i, j, k, m] = centred * centred
    summed_result, summed_result_dot = summed_tangent(term, term_dot)
    out_dot = np.zeros_like(summed_result)
    out = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            out_dot[i, j] = summed_result_dot[i, j] / count
            out[i, j] = summed_result[i, j] / count
    return out, out_dot


def structural_similarity_jvp(
    first, second, block, c1, c2, first_dot, second_dot, c1_dot, c2_dot
):
    """The value of structural_similarity, and its derivative in the direction
    first_dot, second_dot, c1_dot, c2_dot.
    """
    m = first.shape[0]
    n = first.shape[1]
    if block == 0:
        raise ZeroDivisionError("division by zero")
        raise ZeroDivisionError("division by zero")
    reshape_result_dot = np.reshape(
        np.ascontiguousarray(first_dot), (m // block, block, n // block, block)
    )
    reshape_result = np.reshape(
        np.ascontiguousarray(first), (m // block, block, n // block, block)
    )
    x_dot = np.swapaxes(reshape_result_dot, 1, 2)
    x = np.swapaxes(reshape_result, 1, 2)
    if block == 0:
        raise ZeroDivisionError("division by zero")
        raise ZeroDivisionError("division by zero")
    reshape_result_dot = np.reshape(
        np.ascontiguousarray(second_dot), (m // block, block, n // block, block)
    )
    reshape_result = np.reshape(
        np.ascontiguousarray(second), (m // block, block, n // block, block)
    )
    y_dot = np.swapaxes(reshape_result_dot, 1, 2)
    y = np.swapaxes(reshape_result, 1, 2)
    mx, mx_dot = mean_tangent(x, x_dot)
    my, my_dot = mean_tangent(y, y_dot)
    vx, vx_dot = var_tangent(x, x_dot)
    vy, vy_dot = var_tangent(y, y_dot)
    if mx.shape != my.shape:
        raise ValueError("mx and my have different shapes")
    term_dot = np.zeros_like(x)
    term = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                for p in range(x.shape[3]):
                    term_2 = x[i, j, k, p] * y_dot[i, j, k, p]
                    term_dot[i, j, k, p] = x_dot[i, j, k, p] * y[i, j, k, p] + term_2
                    term[i, j, k, p] = x[i, j, k, p] * y[i, j, k, p]
    mean_result, mean_result_dot = mean_tangent(term, term_dot)
    if mean_result.shape[0] != my.shape[0]:
        raise ValueError("mean_result and my have different shapes")
    if mean_result.shape[1] != my.shape[1]:
        raise ValueError("mean_result and my have different shapes")
    if vx.shape != vy.shape:
        raise ValueError("vx and vy have different shapes")
    if mx.shape[0] != vy.shape[0]:
        raise ValueError("luminance and vy have different shapes")
    if mx.shape[1] != vy.shape[1]:
        raise ValueError("luminance and vy have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(mx.shape[0]):
        for j in range(mx.shape[1]):
            term_3 = mx_dot[i, j] * my[i, j] + mx[i, j] * my_dot[i, j]
            both_dot = mean_result_dot[i, j] - term_3
            both = mean_result[i, j] - mx[i, j] * my[i, j]
            factor = mx[i, j] ** 2 + my[i, j] ** 2 + c1
            luminance = (2.0 * mx[i, j] * my[i, j] + c1) / factor
            factor_2 = (
                2.0 * mx_dot[i, j] * my[i, j]
                + 2.0 * mx[i, j] * my_dot[i, j]
                + c1_dot
                - luminance
                * (
                    2.0 * mx[i, j] * mx_dot[i, j]
                    + 2.0 * my[i, j] * my_dot[i, j]
                    + c1_dot
                )
            )
            luminance_dot = factor_2 / (mx[i, j] ** 2 + my[i, j] ** 2 + c1)
            quotient = luminance * (2.0 * both + c2) / (vx[i, j] + vy[i, j] + c2)
            factor_3 = (
                luminance_dot * (2.0 * both + c2)
                + luminance * (2.0 * both_dot + c2_dot)
                - quotient * (vx_dot[i, j] + vy_dot[i, j] + c2_dot)
            )
            quotient_dot = factor_3 / (vx[i, j] + vy[i, j] + c2)
            total_dot += quotient_dot
            total += quotient
    value_dot = total_dot / (mx.shape[0] * mx.shape[1])
    return total / (mx.shape[0] * mx.shape[1]), value_dot
