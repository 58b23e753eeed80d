import numpy as np


def continued(a, before, after):
    """An array continued at both ends along an axis."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = before + length + after
    whole = np.empty((length_2, a.shape[1]))
    for i in range(before + length + after):
        min_result = min(max(i - before, 0), length - 1)
        for j in range(a.shape[1]):
            whole[i, j] = a[min_result, j]
    return whole


def continued_2(a, before, after):
    """An array continued at both ends along an axis."""
    length = a.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = before + length + after
    whole = np.empty((a.shape[0], length_2))
    place = whole.T
    rows = a.T
    for i in range(before + length + after):
        min_result = min(max(i - before, 0), length - 1)
        for j in range(a.shape[0]):
            place[i, j] = rows[min_result, j]
    return whole


def continued_2_adjoint(before, after, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(before + length + after):
        min_result = min(max(i - before, 0), length - 1)
        for j in range(a_bar.shape[0]):
            rows_bar[min_result, j] += place_bar[i, j]


def continued_adjoint(before, after, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # forward and reverse in one sweep: the iterations are independent
    for i in range(before + length + after):
        min_result = min(max(i - before, 0), length - 1)
        for j in range(a_bar.shape[1]):
            a_bar[min_result, j] += result_bar[i, j]


def bilateral_filter_vjp(picture, near, alike, radius, result_bar):
    """The adjoints of picture, near and alike of bilateral_filter, for the adjoint
    of its result.
    """
    # forward sweep
    longer = continued(picture, radius, radius)
    padded = continued_2(longer, radius, radius)
    rows = picture.shape[0]
    columns = picture.shape[1]
    total = np.zeros_like(picture)
    weight = np.zeros_like(picture)
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            top = radius + dy
            left = radius + dx
            other = padded[top : top + rows, left : left + columns]
            distance = (dx * dx + dy * dy) / near**2
            if other.shape != picture.shape:
                raise ValueError("other and picture have different shapes")
            for i in range(rows):
                for j in range(columns):
                    w = np.exp(
                        -0.5 * (distance + ((other[i, j] - picture[i, j]) / alike) ** 2)
                    )
                    total[i, j] += w * other[i, j]
                    weight[i, j] += w

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    out_bar = result_bar.copy()
    total_bar = np.empty_like(total)
    weight_bar = np.empty_like(weight)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(rows):
        for j in range(columns):
            numerator_bar = out_bar[i, j] / weight[i, j]
            total_bar[i, j] = numerator_bar
            weight_bar[i, j] = -total[i, j] * numerator_bar / weight[i, j]
    padded_bar = np.zeros_like(padded)

    # forward and reverse in one sweep: the iterations are independent
    alike_bar = 0.0
    near_bar = 0.0
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            top = radius + dy
            left = radius + dx
            other = padded[top : top + rows, left : left + columns]
            distance = (dx * dx + dy * dy) / near**2
            other_bar = padded_bar[top : top + rows, left : left + columns]
            distance_bar = 0.0
            for i in range(rows):
                for j in range(columns):
                    quotient = (other[i, j] - picture[i, j]) / alike
                    w = np.exp(-0.5 * (distance + quotient**2))
                    sum_bar = (
                        -0.5 * w * (weight_bar[i, j] + other[i, j] * total_bar[i, j])
                    )
                    distance_bar += sum_bar
                    numerator_bar = 2.0 * quotient * sum_bar / alike
                    other_bar[i, j] += w * total_bar[i, j] + numerator_bar
                    picture_bar[i, j] -= numerator_bar
                    alike_bar -= quotient * numerator_bar
            near_bar -= 2.0 * near * distance * distance_bar / near**2
    longer_bar = np.zeros_like(longer)
    continued_2_adjoint(radius, radius, padded_bar, longer_bar)
    continued_adjoint(radius, radius, longer_bar, picture_bar)
    return picture_bar, near_bar, alike_bar
