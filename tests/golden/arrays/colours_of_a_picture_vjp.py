import math

import numpy as np


def einsum(left, right):
    """The sums of left[i, j, k] * right[m_, k] over k."""
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], left.shape[1], right.shape[0]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m_ in range(right.shape[0]):
                total = 0.0
                for k in range(left.shape[2]):
                    total += left[i, j, k] * right[m_, k]
                result[i, j, m_] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m_ in range(right.shape[0]):
                total_bar = result_bar[i, j, m_]
                for k in range(left.shape[2]):
                    left_bar[i, j, k] += right[m_, k] * total_bar
                    right_bar[m_, k] += left[i, j, k] * total_bar


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[1] != arrays_1.shape[1]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[1] != arrays_2.shape[1]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[2] + arrays_1.shape[2] + arrays_2.shape[2]
    whole = np.empty((arrays_0.shape[0], arrays_0.shape[1], length))
    stop = arrays_0.shape[2]
    whole[:, :, :stop] = arrays_0
    start = arrays_0.shape[2]
    stop = arrays_0.shape[2] + arrays_1.shape[2]
    whole[:, :, start:stop] = arrays_1
    start = arrays_0.shape[2] + arrays_1.shape[2]
    whole[:, :, start:] = arrays_2
    return whole


def tensordot(left, right):
    """The sums of left[i, j, k] * right[m, k] over k."""
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of tensordot have different shapes")
    result = np.empty((left.shape[0], left.shape[1], right.shape[0]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[0]):
                total = 0.0
                for k in range(left.shape[2]):
                    total += left[i, j, k] * right[m, k]
                result[i, j, m] = total
    return result


def lab_forward(rgb, white, TO_XYZ):
    """The result of lab, and what lab_reverse reads: f, linear, row,
    tensordot_result, tup_0, tup_1 and tup_2.
    """
    linear = np.empty_like(rgb)
    for i in range(rgb.shape[0]):
        for j in range(rgb.shape[1]):
            for k in range(rgb.shape[2]):
                if rgb[i, j, k] > 0.04045:
                    linear[i, j, k] = ((rgb[i, j, k] + 0.055) / 1.055) ** 2.4
                else:
                    linear[i, j, k] = rgb[i, j, k] / 12.92
    tensordot_result = tensordot(linear, TO_XYZ)
    if tensordot_result.shape[2] != len(white):
        raise ValueError("tensordot_result and white have different shapes")
    f = np.empty_like(tensordot_result)
    for i in range(rgb.shape[0]):
        for j in range(rgb.shape[1]):
            for k in range(TO_XYZ.shape[0]):
                t = tensordot_result[i, j, k] / white[k]
                if t > 0.008856:
                    f[i, j, k] = np.cbrt(t)
                else:
                    f[i, j, k] = 7.787 * t + 16.0 / 116.0
    a_2 = np.swapaxes(f, 0, 2)
    row = np.swapaxes(a_2, 1, 2)
    if row.shape[0] != 3:
        raise ValueError("row is unpacked into 3 names")
    x = row[0]
    y = row[1]
    z = row[2]
    tup_0 = np.empty_like(y)
    tup_1 = np.empty_like(x)
    tup_2 = np.empty_like(y)
    for i in range(row.shape[1]):
        for j in range(row.shape[2]):
            tup_0[i, j] = 116.0 * y[i, j] - 16.0
            tup_1[i, j] = 500.0 * (x[i, j] - y[i, j])
            tup_2[i, j] = 200.0 * (y[i, j] - z[i, j])
    arrays_0 = tup_0[:, :, None]
    arrays_0_2 = tup_1[:, :, None]
    arrays_0_3 = tup_2[:, :, None]
    value = joined(arrays_0, arrays_0_2, arrays_0_3)
    return value, f, linear, row, tensordot_result, tup_0, tup_1, tup_2


def joined_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_0, arrays_1 and arrays_2 is added to arrays_0_bar,
    arrays_1_bar, arrays_2_bar.
    """
    # forward sweep
    if arrays_0_bar.shape[0] != arrays_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0_bar.shape[1] != arrays_1_bar.shape[1]:
        raise ValueError("operands have different shapes")
    if arrays_0_bar.shape[0] != arrays_2_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0_bar.shape[1] != arrays_2_bar.shape[1]:
        raise ValueError("operands have different shapes")
    stop = arrays_0_bar.shape[2]
    start = arrays_0_bar.shape[2]
    stop_2 = arrays_0_bar.shape[2] + arrays_1_bar.shape[2]
    start_2 = arrays_0_bar.shape[2] + arrays_1_bar.shape[2]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += np.expand_dims(np.sum(whole_bar[:, :, start_2:], axis=2), 2)
    whole_bar[:, :, start_2:] = 0.0
    arrays_1_bar += np.expand_dims(np.sum(whole_bar[:, :, start:stop_2], axis=2), 2)
    whole_bar[:, :, start:stop_2] = 0.0
    arrays_0_bar += np.expand_dims(np.sum(whole_bar[:, :, :stop], axis=2), 2)


def tensordot_adjoint(right, result_bar, left_bar):
    """The adjoint of left is added to left_bar."""
    # forward sweep
    if right.shape[1] != left_bar.shape[2]:
        raise ValueError("operands of tensordot have different shapes")

    # reverse sweep
    for i in range(left_bar.shape[0]):
        for j in range(left_bar.shape[1]):
            for m in range(right.shape[0]):
                total_bar = result_bar[i, j, m]
                for k in range(left_bar.shape[2]):
                    left_bar[i, j, k] += right[m, k] * total_bar


def lab_reverse(
    rgb,
    white,
    TO_XYZ,
    f,
    linear,
    row,
    tensordot_result,
    tup_0,
    tup_1,
    tup_2,
    result_bar,
    rgb_bar,
    white_bar,
):
    """The adjoint of rgb and white is added to rgb_bar, white_bar, after
    lab_forward.
    """
    value_bar = result_bar.copy()
    tup_0_bar = np.zeros_like(tup_0)
    tup_1_bar = np.zeros_like(tup_1)
    tup_2_bar = np.zeros_like(tup_2)
    arrays_0_bar = tup_0_bar[:, :, None]
    arrays_0_2_bar = tup_1_bar[:, :, None]
    arrays_0_3_bar = tup_2_bar[:, :, None]
    joined_adjoint(value_bar, arrays_0_bar, arrays_0_2_bar, arrays_0_3_bar)
    f_bar = np.zeros_like(f)
    a_2_bar = np.swapaxes(f_bar, 0, 2)
    row_bar = np.swapaxes(a_2_bar, 1, 2)
    x_bar = row_bar[0]
    y_bar = row_bar[1]
    z_bar = row_bar[2]
    for i in range(row.shape[1] - 1, -1, -1):
        for j in range(row.shape[2] - 1, -1, -1):
            z_bar[i, j] -= 200.0 * tup_2_bar[i, j]
            x_bar[i, j] += 500.0 * tup_1_bar[i, j]
            y_bar[i, j] += 200.0 * tup_2_bar[i, j] - 500.0 * tup_1_bar[i, j]
            y_bar[i, j] += 116.0 * tup_0_bar[i, j]
    tensordot_result_bar = np.empty_like(tensordot_result)
    for i in range(rgb.shape[0]):
        for j in range(rgb.shape[1]):
            for k in range(TO_XYZ.shape[0]):
                t = tensordot_result[i, j, k] / white[k]
                if t > 0.008856:
                    t_bar = f_bar[i, j, k] / (3.0 * np.cbrt(t) ** 2)
                else:
                    t_bar = 7.787 * f_bar[i, j, k]
                numerator_bar = t_bar / white[k]
                tensordot_result_bar[i, j, k] = numerator_bar
                white_bar[k] -= t * numerator_bar
    linear_bar = np.zeros_like(linear)
    tensordot_adjoint(TO_XYZ, tensordot_result_bar, linear_bar)
    for i in range(rgb.shape[0]):
        for j in range(rgb.shape[1]):
            for k in range(rgb.shape[2]):
                if rgb[i, j, k] > 0.04045:
                    rgb_bar[i, j, k] += (
                        2.4
                        * ((rgb[i, j, k] + 0.055) / 1.055) ** 1.4
                        * linear_bar[i, j, k]
                        / 1.055
                    )
                else:
                    rgb_bar[i, j, k] += linear_bar[i, j, k] / 12.92


def flattened(a):
    """The elements as a vector, the last axis running fastest."""
    values = np.empty(a.size, np.float64)
    n = 0
    for i in range(len(a)):
        for j in range(a.shape[1]):
            values[n] = a[i, j]
            n += 1
    return values


def flattened_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    n = 0
    for i in range(len(a_bar)):
        for j in range(a_bar.shape[1]):
            n += 1

    # reverse sweep
    values_bar = result_bar.copy()
    for i in range(len(a_bar) - 1, -1, -1):
        for j in range(a_bar.shape[1] - 1, -1, -1):
            n -= 1
            a_bar[i, j] += values_bar[n]
            values_bar[n] = 0.0


def quantile_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    q = 0.5
    a_2 = flattened(a)
    index = np.argsort(a_2, kind="mergesort")
    ordered = a_2[index]
    last = len(ordered) - 1
    way_2 = q * last
    below = min(int(math.floor(way_2)), last)
    above = min(below + 1, last)

    # reverse sweep
    ordered_bar = np.zeros_like(ordered)
    if ordered[last] == ordered[last]:
        difference_bar = (way_2 - below) * result_bar
        ordered_bar[above] += difference_bar
        ordered_bar[below] += result_bar - difference_bar
    else:
        ordered_bar[last] += result_bar
    a_2_bar = np.zeros_like(a_2)
    for k in range(len(index)):
        a_2_bar[index[k]] += ordered_bar[k]
    flattened_adjoint(a_2_bar, a_bar)


def colours_of_a_picture_vjp(
    picture, other, white, matrix, TO_XYZ, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of picture, other, white and matrix of colours_of_a_picture, for
    the adjoint of its result.
    """
    # forward sweep
    one, f_2, linear_2, row_2, tensordot_result_2, tup_0_2, tup_1_2, tup_2_2 = (
        lab_forward(picture, white, TO_XYZ)
    )
    einsum_result = einsum(other, matrix)
    two, f, linear, row, tensordot_result, tup_0, tup_1, tup_2 = lab_forward(
        einsum_result, white, TO_XYZ
    )
    if two.shape != one.shape:
        raise ValueError("two and one have different shapes")
    change = np.empty_like(two)
    far_2 = np.empty((one.shape[0], one.shape[1]))
    a_2 = np.zeros((one.shape[0], one.shape[2]))
    number = one.shape[0] * one.shape[1]
    total = np.zeros(one.shape[2])
    for i in range(one.shape[0]):
        for j in range(one.shape[1]):
            chroma = np.hypot(one[i, j, 1], one[i, j, 2])
            d_chroma = np.hypot(two[i, j, 1], two[i, j, 2]) - chroma
            for k in range(one.shape[2]):
                change[i, j, k] = two[i, j, k] - one[i, j, k]
            hue2 = change[i, j, 1] ** 2 + change[i, j, 2] ** 2 - d_chroma**2
            far = change[i, j, 0] ** 2 + (d_chroma / (1.0 + 0.045 * chroma)) ** 2
            far_2[i, j] = np.sqrt(far + hue2 / (1.0 + 0.015 * chroma) ** 2)

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    other_bar = np.zeros_like(other)
    white_bar = np.zeros_like(white)
    matrix_bar = np.zeros_like(matrix)
    far_2_bar = result_0_bar.copy()
    values_bar = result_2_bar.copy()
    quantile_adjoint(far_2, result_1_bar, far_2_bar)
    total_bar = np.empty_like(total)
    for i in range(one.shape[2]):
        total_bar[i] = values_bar[i] / number
    one_bar = np.zeros_like(one)
    two_bar = np.zeros_like(two)
    change_bar = np.zeros_like(change)
    a_2_bar = np.zeros_like(a_2)
    for i in range(one.shape[0]):
        for j in range(one.shape[2]):
            a_2_bar[i, j] += total_bar[j]
        for j in range(one.shape[1]):
            chroma = np.hypot(one[i, j, 1], one[i, j, 2])
            hypot_result = np.hypot(two[i, j, 1], two[i, j, 2])
            d_chroma = hypot_result - chroma
            hue2 = change[i, j, 1] ** 2 + change[i, j, 2] ** 2 - d_chroma**2
            quotient = d_chroma / (1.0 + 0.045 * chroma)
            far = change[i, j, 0] ** 2 + quotient**2
            quotient_2 = hue2 / (1.0 + 0.015 * chroma) ** 2
            sum_bar = far_2_bar[i, j] / (2.0 * np.sqrt(far + quotient_2))
            numerator_bar_2 = sum_bar / (1.0 + 0.015 * chroma) ** 2
            chroma_bar = -0.03 * (1.0 + 0.015 * chroma) * quotient_2 * numerator_bar_2
            change_bar[i, j, 0] += 2.0 * change[i, j, 0] * sum_bar
            numerator_bar = 2.0 * quotient * sum_bar / (1.0 + 0.045 * chroma)
            d_chroma_bar = numerator_bar - 2.0 * d_chroma * numerator_bar_2
            chroma_bar -= 0.045 * quotient * numerator_bar
            change_bar[i, j, 1] += 2.0 * change[i, j, 1] * numerator_bar_2
            change_bar[i, j, 2] += 2.0 * change[i, j, 2] * numerator_bar_2
            for k in range(one.shape[2]):
                two_bar[i, j, k] += change_bar[i, j, k]
                one_bar[i, j, k] += a_2_bar[i, k] - change_bar[i, j, k]
            chroma_bar -= d_chroma_bar
            two_bar[i, j, 1] += two[i, j, 1] * d_chroma_bar / hypot_result
            two_bar[i, j, 2] += two[i, j, 2] * d_chroma_bar / hypot_result
            one_bar[i, j, 1] += one[i, j, 1] * chroma_bar / chroma
            one_bar[i, j, 2] += one[i, j, 2] * chroma_bar / chroma
    einsum_result_bar = np.zeros_like(einsum_result)
    lab_reverse(
        einsum_result,
        white,
        TO_XYZ,
        f,
        linear,
        row,
        tensordot_result,
        tup_0,
        tup_1,
        tup_2,
        two_bar,
        einsum_result_bar,
        white_bar,
    )
    einsum_adjoint(other, matrix, einsum_result_bar, other_bar, matrix_bar)
    lab_reverse(
        picture,
        white,
        TO_XYZ,
        f_2,
        linear_2,
        row_2,
        tensordot_result_2,
        tup_0_2,
        tup_1_2,
        tup_2_2,
        one_bar,
        picture_bar,
        white_bar,
    )
    return picture_bar, other_bar, white_bar, matrix_bar
