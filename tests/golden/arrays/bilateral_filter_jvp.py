import numpy as np


def continued_2_tangent(a, before, after, a_dot):
    """continued_2 and its tangent."""
    length = a.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = before + length + after
    whole_dot = np.zeros((a.shape[0], length_2))
    whole = np.empty((a.shape[0], length_2))
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(before + length + after):
        min_result = min(max(i - before, 0), length - 1)
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[min_result, j]
            place[i, j] = rows[min_result, j]
    return whole, whole_dot


def continued_tangent(a, before, after, a_dot):
    """continued and its tangent."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = before + length + after
    whole_dot = np.empty((length_2, a.shape[1]))
    whole = np.empty((length_2, a.shape[1]))
    for i in range(before + length + after):
        min_result = min(max(i - before, 0), length - 1)
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[min_result, j]
            whole[i, j] = a[min_result, j]
    return whole, whole_dot


def bilateral_filter_jvp(
    picture, near, alike, radius, picture_dot, near_dot, alike_dot
):
    """The value of bilateral_filter, and its derivative in the direction
    picture_dot, near_dot, alike_dot.
    """
    longer, longer_dot = continued_tangent(picture, radius, radius, picture_dot)
    padded, padded_dot = continued_2_tangent(longer, radius, radius, longer_dot)
    rows = picture.shape[0]
    columns = picture.shape[1]
    total_dot = np.zeros_like(picture)
    total = np.zeros_like(picture)
    weight_dot = np.zeros_like(picture)
    weight = np.zeros_like(picture)
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            top = radius + dy
            left = radius + dx
            other_dot = padded_dot[top : top + rows, left : left + columns]
            other = padded[top : top + rows, left : left + columns]
            distance = (dx * dx + dy * dy) / near**2
            distance_dot = -2.0 * distance * near * near_dot / near**2
            if other.shape != picture.shape:
                raise ValueError("other and picture have different shapes")
            for i in range(rows):
                for j in range(columns):
                    quotient = (other[i, j] - picture[i, j]) / alike
                    factor = other_dot[i, j] - picture_dot[i, j] - quotient * alike_dot
                    quotient_dot = factor / alike
                    w = np.exp(-0.5 * (distance + quotient**2))
                    w_dot = -0.5 * w * (distance_dot + 2.0 * quotient * quotient_dot)
                    total_dot[i, j] += w_dot * other[i, j] + w * other_dot[i, j]
                    total[i, j] += w * other[i, j]
                    weight_dot[i, j] += w_dot
                    weight[i, j] += w
    out_dot = np.empty_like(total)
    out = np.empty_like(total)
    for i in range(rows):
        for j in range(columns):
            quotient = total[i, j] / weight[i, j]
            factor_2 = total_dot[i, j] - quotient * weight_dot[i, j]
            quotient_dot = factor_2 / weight[i, j]
            out_dot[i, j] = quotient_dot
            out[i, j] = quotient
    return out, out_dot
