import math

import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1], right.shape[0]))
    result = np.empty((left.shape[0], left.shape[1], right.shape[0]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m_ in range(right.shape[0]):
                total_dot = 0.0
                total = 0.0
                for k in range(left.shape[2]):
                    term = left[i, j, k] * right_dot[m_, k]
                    total_dot += left_dot[i, j, k] * right[m_, k] + term
                    total += left[i, j, k] * right[m_, k]
                result_dot[i, j, m_] = total_dot
                result[i, j, m_] = total
    return result, result_dot


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
):
    """joined and its tangent."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[1] != arrays_1.shape[1]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[1] != arrays_2.shape[1]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[2] + arrays_1.shape[2] + arrays_2.shape[2]
    whole_dot = np.zeros((arrays_0.shape[0], arrays_0.shape[1], length))
    whole = np.empty((arrays_0.shape[0], arrays_0.shape[1], length))
    stop = arrays_0.shape[2]
    whole_dot[:, :, :stop] = arrays_0_dot
    whole[:, :, :stop] = arrays_0
    start = arrays_0.shape[2]
    stop = arrays_0.shape[2] + arrays_1.shape[2]
    whole_dot[:, :, start:stop] = arrays_1_dot
    whole[:, :, start:stop] = arrays_1
    start = arrays_0.shape[2] + arrays_1.shape[2]
    whole_dot[:, :, start:] = arrays_2_dot
    whole[:, :, start:] = arrays_2
    return whole, whole_dot


def tensordot_tangent(left, right, left_dot):
    """tensordot and its tangent."""
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of tensordot have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1], right.shape[0]))
    result = np.empty((left.shape[0], left.shape[1], right.shape[0]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[0]):
                total_dot = 0.0
                total = 0.0
                for k in range(left.shape[2]):
                    total_dot += left_dot[i, j, k] * right[m, k]
                    total += left[i, j, k] * right[m, k]
                result_dot[i, j, m] = total_dot
                result[i, j, m] = total
    return result, result_dot


def lab_tangent(rgb, white, TO_XYZ, rgb_dot, white_dot):
    """lab and its tangent."""
    linear_dot = np.zeros_like(rgb)
    linear = np.empty_like(rgb)
    for i in range(rgb.shape[0]):
        for j in range(rgb.shape[1]):
            for k in range(rgb.shape[2]):
                if rgb[i, j, k] > 0.04045:
                    linear_dot[i, j, k] = (
                        2.4
                        * ((rgb[i, j, k] + 0.055) / 1.055) ** 1.4
                        * (rgb_dot[i, j, k] / 1.055)
                    )
                    linear[i, j, k] = ((rgb[i, j, k] + 0.055) / 1.055) ** 2.4
                else:
                    linear_dot[i, j, k] = rgb_dot[i, j, k] / 12.92
                    linear[i, j, k] = rgb[i, j, k] / 12.92
    tensordot_result, tensordot_result_dot = tensordot_tangent(
        linear, TO_XYZ, linear_dot
    )
    if tensordot_result.shape[2] != len(white):
        raise ValueError("tensordot_result and white have different shapes")
    f_dot = np.zeros_like(tensordot_result)
    f = np.empty_like(tensordot_result)
    for i in range(rgb.shape[0]):
        for j in range(rgb.shape[1]):
            for k in range(TO_XYZ.shape[0]):
                t = tensordot_result[i, j, k] / white[k]
                t_dot = (tensordot_result_dot[i, j, k] - t * white_dot[k]) / white[k]
                if t > 0.008856:
                    cbrt_t = np.cbrt(t)
                    f_dot[i, j, k] = t_dot / (3.0 * cbrt_t**2)
                    f[i, j, k] = cbrt_t
                else:
                    f_dot[i, j, k] = 7.787 * t_dot
                    f[i, j, k] = 7.787 * t + 16.0 / 116.0
    a_2_dot = np.swapaxes(f_dot, 0, 2)
    a_2 = np.swapaxes(f, 0, 2)
    row_dot = np.swapaxes(a_2_dot, 1, 2)
    row = np.swapaxes(a_2, 1, 2)
    if row.shape[0] != 3:
        raise ValueError("row is unpacked into 3 names")
    x_dot = row_dot[0]
    x = row[0]
    y_dot = row_dot[1]
    y = row[1]
    z_dot = row_dot[2]
    z = row[2]
    tup_0_dot = np.zeros_like(y)
    tup_0 = np.empty_like(y)
    tup_1_dot = np.zeros_like(x)
    tup_1 = np.empty_like(x)
    tup_2_dot = np.zeros_like(y)
    tup_2 = np.empty_like(y)
    for i in range(row.shape[1]):
        for j in range(row.shape[2]):
            tup_0_dot[i, j] = 116.0 * y_dot[i, j]
            tup_0[i, j] = 116.0 * y[i, j] - 16.0
            tup_1_dot[i, j] = 500.0 * (x_dot[i, j] - y_dot[i, j])
            tup_1[i, j] = 500.0 * (x[i, j] - y[i, j])
            tup_2_dot[i, j] = 200.0 * (y_dot[i, j] - z_dot[i, j])
            tup_2[i, j] = 200.0 * (y[i, j] - z[i, j])
    arrays_0_dot = tup_0_dot[:, :, None]
    arrays_0 = tup_0[:, :, None]
    arrays_0_2_dot = tup_1_dot[:, :, None]
    arrays_0_2 = tup_1[:, :, None]
    arrays_0_3_dot = tup_2_dot[:, :, None]
    arrays_0_3 = tup_2[:, :, None]
    value, value_dot = joined_tangent(
        arrays_0, arrays_0_2, arrays_0_3, arrays_0_dot, arrays_0_2_dot, arrays_0_3_dot
    )
    return value, value_dot


def flattened_tangent(a, a_dot):
    """flattened and its tangent."""
    values_dot = np.zeros(a.size)
    values = np.empty(a.size, np.float64)
    n = 0
    for i in range(len(a)):
        for j in range(a.shape[1]):
            values_dot[n] = a_dot[i, j]
            values[n] = a[i, j]
            n += 1
    return values, values_dot


def quantile_tangent(a, a_dot):
    """quantile and its tangent."""
    q = 0.5
    a_2, a_2_dot = flattened_tangent(a, a_dot)
    index = np.argsort(a_2, kind="mergesort")
    ordered_dot = a_2_dot[index].copy()
    ordered = a_2[index]
    last = len(ordered) - 1
    way_2 = q * last
    below = min(int(math.floor(way_2)), last)
    above = min(below + 1, last)
    term = (way_2 - below) * (ordered_dot[above] - ordered_dot[below])
    value_dot = ordered_dot[below] + term
    value = ordered[below] + (way_2 - below) * (ordered[above] - ordered[below])
    if ordered[last] == ordered[last]:
        values_dot = value_dot
        values = value
    else:
        values_dot = ordered_dot[last]
        values = ordered[last]
    return values, values_dot


def colours_of_a_picture_jvp(
    picture, other, white, matrix, TO_XYZ, picture_dot, other_dot, white_dot, matrix_dot
):
    """The value of colours_of_a_picture, and its derivative in the direction
    picture_dot, other_dot, white_dot, matrix_dot.
    """
    one, one_dot = lab_tangent(picture, white, TO_XYZ, picture_dot, white_dot)
    einsum_result, einsum_result_dot = einsum_tangent(
        other, matrix, other_dot, matrix_dot
    )
    two, two_dot = lab_tangent(
        einsum_result, white, TO_XYZ, einsum_result_dot, white_dot
    )
    if two.shape != one.shape:
        raise ValueError("two and one have different shapes")
    change_dot = np.zeros_like(two)
    change = np.empty_like(two)
    far_2_dot = np.empty((one.shape[0], one.shape[1]))
    far_2 = np.empty((one.shape[0], one.shape[1]))
    a_2_dot = np.zeros((one.shape[0], one.shape[2]))
    a_2 = np.zeros((one.shape[0], one.shape[2]))
    number = one.shape[0] * one.shape[1]
    total_dot = np.zeros(one.shape[2])
    total = np.zeros(one.shape[2])
    for i in range(one.shape[0]):
        for j in range(one.shape[1]):
            chroma = np.hypot(one[i, j, 1], one[i, j, 2])
            factor = one[i, j, 1] * one_dot[i, j, 1] + one[i, j, 2] * one_dot[i, j, 2]
            chroma_dot = factor / chroma
            hypot_result = np.hypot(two[i, j, 1], two[i, j, 2])
            factor_2 = two[i, j, 1] * two_dot[i, j, 1] + two[i, j, 2] * two_dot[i, j, 2]
            hypot_result_dot = factor_2 / hypot_result
            d_chroma_dot = hypot_result_dot - chroma_dot
            d_chroma = hypot_result - chroma
            for k in range(one.shape[2]):
                change_dot[i, j, k] = two_dot[i, j, k] - one_dot[i, j, k]
                change[i, j, k] = two[i, j, k] - one[i, j, k]
                a_2_dot[i, k] += one_dot[i, j, k]
                a_2[i, k] += one[i, j, k]
            hue2_dot = (
                2.0 * change[i, j, 1] * change_dot[i, j, 1]
                + 2.0 * change[i, j, 2] * change_dot[i, j, 2]
                - 2.0 * d_chroma * d_chroma_dot
            )
            hue2 = change[i, j, 1] ** 2 + change[i, j, 2] ** 2 - d_chroma**2
            quotient = d_chroma / (1.0 + 0.045 * chroma)
            factor_3 = d_chroma_dot - 0.045 * quotient * chroma_dot
            quotient_dot = factor_3 / (1.0 + 0.045 * chroma)
            term = 2.0 * change[i, j, 0] * change_dot[i, j, 0]
            far_dot = term + 2.0 * quotient * quotient_dot
            far = change[i, j, 0] ** 2 + quotient**2
            quotient = hue2 / (1.0 + 0.015 * chroma) ** 2
            factor_4 = hue2_dot - 0.03 * quotient * (1.0 + 0.015 * chroma) * chroma_dot
            quotient_dot = factor_4 / (1.0 + 0.015 * chroma) ** 2
            root = np.sqrt(far + quotient)
            far_2_dot[i, j] = (far_dot + quotient_dot) / (2.0 * root)
            far_2[i, j] = root
        for j in range(one.shape[2]):
            total_dot[j] += a_2_dot[i, j]
            total[j] += a_2[i, j]
    values_dot = np.empty(one.shape[2])
    values = np.empty(one.shape[2])
    for i in range(one.shape[2]):
        values_dot[i] = total_dot[i] / number
        values[i] = total[i] / number
    value, value_dot = quantile_tangent(far_2, far_2_dot)
    return far_2, value, values, far_2_dot, value_dot, values_dot
