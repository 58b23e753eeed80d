import numpy as np


def var(a):
    """The mean square distance from the mean, over some axes."""
    number = a.shape[2] * a.shape[3]
    count = a.shape[2] * a.shape[3]
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total = 0.0
            for k in range(a.shape[2]):
                a_2 = 0.0
                for m in range(a.shape[3]):
                    a_2 += a[i, j, k, m]
                total += a_2
            values_2 = total / number
            squares = 0.0
            for k in range(a.shape[2]):
                a_2_2 = 0.0
                for m in range(a.shape[3]):
                    centred = a[i, j, k, m] - values_2
                    a_3 = centred * centred
                    a_2_2 += a_3
                squares += a_2_2
            values[i, j] = squares / count
    return values


def var_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[2] * a.shape[3]
    count = a.shape[2] * a.shape[3]

    # forward and reverse in one sweep: the iterations are independent
    total_saved = np.empty(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total = 0.0
            for k in range(a.shape[2]):
                a_2 = 0.0
                for m in range(a.shape[3]):
                    a_2 += a[i, j, k, m]
                total += a_2
            total_saved[j] = total
        for j in range(a.shape[1]):
            squares_bar = result_bar[i, j] / count
            values_2 = total_saved[j] / number
            values_2_bar = 0.0
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    centred = a[i, j, k, m] - values_2
                    centred_bar = 2.0 * centred * squares_bar
                    a_bar[i, j, k, m] += centred_bar
                    values_2_bar -= centred_bar
            total_bar = values_2_bar / number
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    a_bar[i, j, k, m] += total_bar


def structural_similarity_value_and_grad(first, second, block, c1, c2):
    """The value of structural_similarity, and its gradient with respect to first,
    second, c1 and c2.
    """
    # forward sweep
    m = first.shape[0]
    n = first.shape[1]
    if block == 0:
        raise ZeroDivisionError("division by zero")
    reshape_result = np.reshape(
        np.ascontiguousarray(first), (m // block, block, n // block, block)
    )
    x = np.swapaxes(reshape_result, 1, 2)
    reshape_result_2 = np.reshape(
        np.ascontiguousarray(second), (m // block, block, n // block, block)
    )
    y = np.swapaxes(reshape_result_2, 1, 2)
    number = x.shape[2] * x.shape[3]
    number_2 = y.shape[2] * y.shape[3]
    my = np.empty((y.shape[0], y.shape[1]))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            total = 0.0
            for k in range(y.shape[2]):
                a_2 = 0.0
                for p in range(y.shape[3]):
                    a_2 += y[i, j, k, p]
                total += a_2
            my[i, j] = total / number_2
    vx = var(x)
    vy = var(y)
    number_3 = x.shape[2] * x.shape[3]
    if vx.shape != vy.shape:
        raise ValueError("vx and vy have different shapes")
    if x.shape[0] != vy.shape[0]:
        raise ValueError("luminance and vy have different shapes")
    if x.shape[1] != vy.shape[1]:
        raise ValueError("luminance and vy have different shapes")
    total_4 = 0.0

    # reverse sweep
    first_bar = np.zeros_like(first)
    second_bar = np.zeros_like(second)
    total_4_bar = 1.0 / (x.shape[0] * x.shape[1])
    reshape_result_bar = np.zeros_like(reshape_result)
    x_bar = np.swapaxes(reshape_result_bar, 1, 2)
    reshape_result_2_bar = np.zeros_like(reshape_result_2)
    y_bar = np.swapaxes(reshape_result_2_bar, 1, 2)
    my_bar = np.empty_like(my)
    vx_bar = np.empty_like(vx)
    vy_bar = np.empty_like(vy)

    # forward and reverse in one sweep: the iterations are independent
    c2_bar = 0.0
    c1_bar = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            total = 0.0
            total_2 = 0.0
            for k in range(x.shape[2]):
                a = 0.0
                a_2 = 0.0
                for p in range(x.shape[3]):
                    a += x[i, j, k, p]
                    a_2 += x[i, j, k, p] * y[i, j, k, p]
                total += a
                total_2 += a_2
            mx = total / number
            both = total_2 / number_3 - mx * my[i, j]
            luminance = (2.0 * mx * my[i, j] + c1) / (mx**2 + my[i, j] ** 2 + c1)
            quotient = luminance * (2.0 * both + c2) / (vx[i, j] + vy[i, j] + c2)
            total_4 += quotient
            numerator_bar = total_4_bar / (vx[i, j] + vy[i, j] + c2)
            luminance_bar = (2.0 * both + c2) * numerator_bar
            both_bar = 2.0 * luminance * numerator_bar
            sum_bar = -quotient * numerator_bar
            vx_bar[i, j] = sum_bar
            vy_bar[i, j] = sum_bar
            c2_bar += luminance * numerator_bar + sum_bar
            numerator_bar = luminance_bar / (mx**2 + my[i, j] ** 2 + c1)
            sum_bar = -luminance * numerator_bar
            mx_bar = 2.0 * my[i, j] * numerator_bar + 2.0 * mx * sum_bar
            my_bar[i, j] = 2.0 * mx * numerator_bar + 2.0 * my[i, j] * sum_bar
            c1_bar += numerator_bar + sum_bar
            mx_bar -= my[i, j] * both_bar
            my_bar[i, j] -= mx * both_bar
            total_2_bar = both_bar / number_3
            total_bar = mx_bar / number
            for k in range(x.shape[2]):
                for p in range(x.shape[3]):
                    y_bar[i, j, k, p] += x[i, j, k, p] * total_2_bar
                    x_bar[i, j, k, p] += y[i, j, k, p] * total_2_bar + total_bar
    value = total_4 / (x.shape[0] * x.shape[1])
    var_adjoint(y, vy_bar, y_bar)
    var_adjoint(x, vx_bar, x_bar)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            total_bar = my_bar[i, j] / number_2
            for k in range(y.shape[2]):
                for p in range(y.shape[3]):
                    y_bar[i, j, k, p] += total_bar
    second_bar += np.reshape(np.ascontiguousarray(reshape_result_2_bar), second.shape)
    first_bar += np.reshape(np.ascontiguousarray(reshape_result_bar), first.shape)
    return value, first_bar, second_bar, c1_bar, c2_bar
