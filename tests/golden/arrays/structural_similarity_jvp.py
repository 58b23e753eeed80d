import numpy as np


def var_tangent(a, a_dot):
    """var and its tangent."""
    number = a.shape[2] * a.shape[3]
    count = a.shape[2] * a.shape[3]
    values_dot = np.empty((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(a.shape[2]):
                a_2_dot = 0.0
                a_2 = 0.0
                for m in range(a.shape[3]):
                    a_2_dot += a_dot[i, j, k, m]
                    a_2 += a[i, j, k, m]
                total_dot += a_2_dot
                total += a_2
            values_2 = total / number
            values_2_dot = total_dot / number
            squares_dot = 0.0
            squares = 0.0
            for k in range(a.shape[2]):
                a_2_dot = 0.0
                a_2 = 0.0
                for m in range(a.shape[3]):
                    centred_dot = a_dot[i, j, k, m] - values_2_dot
                    centred = a[i, j, k, m] - values_2
                    a_3 = centred * centred
                    a_2_dot += centred_dot * centred + centred * centred_dot
                    a_2 += a_3
                squares_dot += a_2_dot
                squares += a_2
            values_dot[i, j] = squares_dot / count
            values[i, j] = squares / count
    return values, values_dot


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
    reshape_result_dot = np.reshape(
        np.ascontiguousarray(first_dot), (m // block, block, n // block, block)
    )
    reshape_result = np.reshape(
        np.ascontiguousarray(first), (m // block, block, n // block, block)
    )
    x_dot = np.swapaxes(reshape_result_dot, 1, 2)
    x = np.swapaxes(reshape_result, 1, 2)
    reshape_result_dot = np.reshape(
        np.ascontiguousarray(second_dot), (m // block, block, n // block, block)
    )
    reshape_result = np.reshape(
        np.ascontiguousarray(second), (m // block, block, n // block, block)
    )
    y_dot = np.swapaxes(reshape_result_dot, 1, 2)
    y = np.swapaxes(reshape_result, 1, 2)
    number = x.shape[2] * x.shape[3]
    number_2 = y.shape[2] * y.shape[3]
    my_dot = np.empty((y.shape[0], y.shape[1]))
    my = np.empty((y.shape[0], y.shape[1]))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(y.shape[2]):
                a_2_dot = 0.0
                a_2 = 0.0
                for p in range(y.shape[3]):
                    a_2_dot += y_dot[i, j, k, p]
                    a_2 += y[i, j, k, p]
                total_dot += a_2_dot
                total += a_2
            my_dot[i, j] = total_dot / number_2
            my[i, j] = total / number_2
    vx, vx_dot = var_tangent(x, x_dot)
    vy, vy_dot = var_tangent(y, y_dot)
    number_3 = x.shape[2] * x.shape[3]
    if vx.shape != vy.shape:
        raise ValueError("vx and vy have different shapes")
    if x.shape[0] != vy.shape[0]:
        raise ValueError("luminance and vy have different shapes")
    if x.shape[1] != vy.shape[1]:
        raise ValueError("luminance and vy have different shapes")
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            total_dot = 0.0
            total = 0.0
            total_2_dot = 0.0
            total_2 = 0.0
            for k in range(x.shape[2]):
                a_3_dot = 0.0
                a_3 = 0.0
                a_2_dot = 0.0
                a_2 = 0.0
                for p in range(x.shape[3]):
                    a_3_dot += x_dot[i, j, k, p]
                    a_3 += x[i, j, k, p]
                    term = x[i, j, k, p] * y_dot[i, j, k, p]
                    a_dot = x_dot[i, j, k, p] * y[i, j, k, p] + term
                    a_2_dot += a_dot
                    a_2 += x[i, j, k, p] * y[i, j, k, p]
                total_dot += a_3_dot
                total += a_3
                total_2_dot += a_2_dot
                total_2 += a_2
            mx = total / number
            mx_dot = total_dot / number
            both_dot = total_2_dot / number_3 - (mx_dot * my[i, j] + mx * my_dot[i, j])
            both = total_2 / number_3 - mx * my[i, j]
            luminance = (2.0 * mx * my[i, j] + c1) / (mx**2 + my[i, j] ** 2 + c1)
            factor = (
                2.0 * mx_dot * my[i, j]
                + 2.0 * mx * my_dot[i, j]
                + c1_dot
                - luminance
                * (2.0 * mx * mx_dot + 2.0 * my[i, j] * my_dot[i, j] + c1_dot)
            )
            luminance_dot = factor / (mx**2 + my[i, j] ** 2 + c1)
            quotient = luminance * (2.0 * both + c2) / (vx[i, j] + vy[i, j] + c2)
            factor_2 = (
                luminance_dot * (2.0 * both + c2)
                + luminance * (2.0 * both_dot + c2_dot)
                - quotient * (vx_dot[i, j] + vy_dot[i, j] + c2_dot)
            )
            quotient_dot = factor_2 / (vx[i, j] + vy[i, j] + c2)
            total_4_dot += quotient_dot
            total_4 += quotient
    value_dot = total_4_dot / (x.shape[0] * x.shape[1])
    return total_4 / (x.shape[0] * x.shape[1]), value_dot
