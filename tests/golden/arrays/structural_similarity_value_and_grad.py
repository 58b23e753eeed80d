import numpy as np


def summed_2(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[i, j] = 0.0
            for k in range(a.shape[2]):
                out[i, j] += a[i, j, k]
    return out


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    total = np.empty((a.shape[0], a.shape[1], a.shape[2]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                total[i, j, k] = 0.0
                for m in range(a.shape[3]):
                    total[i, j, k] += a[i, j, k, m]
    return summed_2(total)


def mean(a):
    """The mean of the elements over some axes."""
    number = a.shape[2] * a.shape[3]
    summed_result = summed(a)
    values = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            values[i, j] = summed_result[i, j] / number
    return values


def summed_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                a_bar[i, j, k] += out_bar[i, j]


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    total = np.empty((a.shape[0], a.shape[1], a.shape[2]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                total[i, j, k] = 0.0
                for m in range(a.shape[3]):
                    total[i, j, k] += a[i, j, k, m]

    # reverse sweep
    value_bar = result_bar.copy()
    total_bar = np.zeros_like(total)
    summed_2_adjoint(total, value_bar, total_bar)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    a_bar[i, j, k, m] += total_bar[i, j, k]


def mean_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[2] * a.shape[3]
    summed_result = summed(a)

    # reverse sweep
    values_bar = result_bar.copy()
    summed_result_bar = np.zeros_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            summed_result_bar[i, j] += values_bar[i, j] / number
    summed_adjoint(a, summed_result_bar, a_bar)


def restored_3(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((values.shape[0], values.shape[1], 1, 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            out[i, j, 0, 0] = values[i, j, 0]
    return out


def restored_2(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    expand_dims_result = np.empty((values.shape[0], values.shape[1], 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            expand_dims_result[i, j, 0] = values[i, j]
    return restored_3(expand_dims_result)


def mean_2(a):
    """The mean of the elements over some axes."""
    number = a.shape[2] * a.shape[3]
    summed_result = summed(a)
    values = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            values[i, j] = summed_result[i, j] / number
    return restored_2(values)


def var(a):
    """The mean square distance from the mean, over some axes."""
    mean_2_result = mean_2(a)
    if a.shape[0] != mean_2_result.shape[0]:
        raise ValueError("a and mean_2_result have different shapes")
    if a.shape[1] != mean_2_result.shape[1]:
        raise ValueError("a and mean_2_result have different shapes")
    count = a.shape[2] * a.shape[3]
    term = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    centred = a[i, j, k, m] - mean_2_result[i, j, 0, 0]
                    term[i, j, k, m] = centred * centred
    summed_result = summed(term)
    out = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            out[i, j] = summed_result[i, j] / count
    return out


def restored_3_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    out_bar = result_bar.copy()
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            values_bar[i, j, 0] += out_bar[i, j, 0, 0]


def restored_2_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    # forward sweep
    expand_dims_result = np.empty((values.shape[0], values.shape[1], 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            expand_dims_result[i, j, 0] = values[i, j]

    # reverse sweep
    value_bar = result_bar.copy()
    expand_dims_result_bar = np.zeros_like(expand_dims_result)
    restored_3_adjoint(expand_dims_result, value_bar, expand_dims_result_bar)
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            values_bar[i, j] += expand_dims_result_bar[i, j, 0]


def mean_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[2] * a.shape[3]
    summed_result = summed(a)
    values = np.empty_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            values[i, j] = summed_result[i, j] / number

    # reverse sweep
    value_bar = result_bar.copy()
    values_bar = np.zeros_like(values)
    restored_2_adjoint(values, value_bar, values_bar)
    summed_result_bar = np.zeros_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            summed_result_bar[i, j] += values_bar[i, j] / number
    summed_adjoint(a, summed_result_bar, a_bar)


def var_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    mean_2_result = mean_2(a)
    if a.shape[0] != mean_2_result.shape[0]:
        raise ValueError("a and mean_2_result have different shapes")
    if a.shape[1] != mean_2_result.shape[1]:
        raise ValueError("a and mean_2_result have different shapes")
    count = a.shape[2] * a.shape[3]
    term = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    centred = a[i, j, k, m] - mean_2_result[i, j, 0, 0]
                    term[i, j, k, m] = centred * centred
    summed_result = summed(term)

    # reverse sweep
    out_bar = result_bar.copy()
    summed_result_bar = np.zeros_like(summed_result)
    for i in range(summed_result.shape[0]):
        for j in range(summed_result.shape[1]):
            summed_result_bar[i, j] += out_bar[i, j] / count
    term_bar = np.zeros_like(term)
    summed_adjoint(term, summed_result_bar, term_bar)
    mean_2_result_bar = np.zeros_like(mean_2_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                for m in range(a.shape[3]):
                    centred = a[i, j, k, m] - mean_2_result[i, j, 0, 0]
                    centred_bar = 2.0 * centred * term_bar[i, j, k, m]
                    a_bar[i, j, k, m] += centred_bar
                    mean_2_result_bar[i, j, 0, 0] -= centred_bar
    mean_2_adjoint(a, mean_2_result_bar, a_bar)


def structural_similarity_value_and_grad(first, second, block, c1, c2):
    """The value of structural_similarity, and its gradient with respect to first,
    second, c1 and c2.
    """
    # forward sweep
    m = first.shape[0]
    n = first.shape[1]
    if block == 0:
        raise ZeroDivisionError("division by zero")
        raise ZeroDivisionError("division by zero")
    reshape_result = np.reshape(
        np.ascontiguousarray(first), (m // block, block, n // block, block)
    )
    x = np.swapaxes(reshape_result, 1, 2)
    if block == 0:
        raise ZeroDivisionError("division by zero")
        raise ZeroDivisionError("division by zero")
    reshape_result_2 = np.reshape(
        np.ascontiguousarray(second), (m // block, block, n // block, block)
    )
    y = np.swapaxes(reshape_result_2, 1, 2)
    mx = mean(x)
    my = mean(y)
    vx = var(x)
    vy = var(y)
    if mx.shape != my.shape:
        raise ValueError("mx and my have different shapes")
    term = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                for p in range(x.shape[3]):
                    term[i, j, k, p] = x[i, j, k, p] * y[i, j, k, p]
    mean_result = mean(term)
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
    total = 0.0

    # reverse sweep
    first_bar = np.zeros_like(first)
    second_bar = np.zeros_like(second)
    total_bar = 1.0 / (mx.shape[0] * mx.shape[1])
    mx_bar = np.zeros_like(mx)
    my_bar = np.zeros_like(my)
    vx_bar = np.zeros_like(vx)
    vy_bar = np.zeros_like(vy)
    mean_result_bar = np.zeros_like(mean_result)

    # forward and reverse in one sweep: the iterations are independent
    c2_bar = 0.0
    c1_bar = 0.0
    for i in range(mx.shape[0]):
        for j in range(mx.shape[1]):
            both = mean_result[i, j] - mx[i, j] * my[i, j]
            factor = mx[i, j] ** 2 + my[i, j] ** 2 + c1
            luminance = (2.0 * mx[i, j] * my[i, j] + c1) / factor
            quotient = luminance * (2.0 * both + c2) / (vx[i, j] + vy[i, j] + c2)
            total += quotient
            numerator_bar = total_bar / (vx[i, j] + vy[i, j] + c2)
            luminance_bar = (2.0 * both + c2) * numerator_bar
            both_bar = 2.0 * luminance * numerator_bar
            sum_bar = -quotient * numerator_bar
            vx_bar[i, j] += sum_bar
            vy_bar[i, j] += sum_bar
            c2_bar += luminance * numerator_bar + sum_bar
            numerator_bar = luminance_bar / (mx[i, j] ** 2 + my[i, j] ** 2 + c1)
            mx_bar[i, j] += 2.0 * my[i, j] * numerator_bar
            my_bar[i, j] += 2.0 * mx[i, j] * numerator_bar
            sum_bar = -luminance * numerator_bar
            c1_bar += numerator_bar + sum_bar
            mean_result_bar[i, j] += both_bar
            mx_bar[i, j] += 2.0 * mx[i, j] * sum_bar - my[i, j] * both_bar
            my_bar[i, j] += 2.0 * my[i, j] * sum_bar - mx[i, j] * both_bar
    value = total / (mx.shape[0] * mx.shape[1])
    term_bar = np.zeros_like(term)
    mean_adjoint(term, mean_result_bar, term_bar)
    reshape_result_bar = np.zeros_like(reshape_result)
    x_bar = np.swapaxes(reshape_result_bar, 1, 2)
    reshape_result_2_bar = np.zeros_like(reshape_result_2)
    y_bar = np.swapaxes(reshape_result_2_bar, 1, 2)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                for p in range(x.shape[3]):
                    x_bar[i, j, k, p] += y[i, j, k, p] * term_bar[i, j, k, p]
                    y_bar[i, j, k, p] += x[i, j, k, p] * term_bar[i, j, k, p]
    var_adjoint(y, vy_bar, y_bar)
    var_adjoint(x, vx_bar, x_bar)
    mean_adjoint(y, my_bar, y_bar)
    mean_adjoint(x, mx_bar, x_bar)
    second_bar += np.reshape(np.ascontiguousarray(reshape_result_2_bar), second.shape)
    first_bar += np.reshape(np.ascontiguousarray(reshape_result_bar), first.shape)
    return value, first_bar, second_bar, c1_bar, c2_bar
