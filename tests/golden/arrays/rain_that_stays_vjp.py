import numpy as np


def largest_from_adjoint(a, start, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if len(a) > 0:
        value = np.max(a)

    # reverse sweep
    if len(a) > 0:
        if not start > value:
            a_bar[np.argmax(a)] += result_bar


def largest_so_far(a):
    """The largest of the elements of a vector up to each."""
    values = a.copy()
    for i in range(1, len(a)):
        values[i] = np.maximum(values[i - 1], a[i])
    return values


def largest_so_far_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    values = a.copy()
    for i in range(1, len(a)):
        values[i] = np.maximum(values[i - 1], a[i])

    # reverse sweep
    values_bar = result_bar.copy()
    for i in range(len(a) - 1, 0, -1):
        values_i_bar = values_bar[i]
        values_bar[i] = 0.0
        values_bar[i - 1] += values_i_bar if values[i - 1] >= a[i] else 0.0
        a_bar[i] += 0.0 if values[i - 1] >= a[i] else values_i_bar
    a_bar += values_bar


def slopes(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        result[i] = (f[i + 1] - f[i - 1]) / (2.0 * spacing)
    result[0] = (f[1] - f[0]) / spacing
    result[last] = (f[last] - f[last - 1]) / spacing
    return result


def slopes_adjoint(f, spacing, result_bar, f_bar):
    """The adjoint of spacing in slopes; the adjoint of f is added to f_bar."""
    # forward sweep
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    quotient = (f[1] - f[0]) / spacing
    quotient_2 = (f[last] - f[last - 1]) / spacing

    # reverse sweep
    result_bar_ = result_bar.copy()
    quotient_2_bar = result_bar_[last]
    result_bar_[last] = 0.0
    numerator_bar = quotient_2_bar / spacing
    f_bar[last] += numerator_bar
    f_bar[last - 1] -= numerator_bar
    quotient_bar = result_bar_[0]
    result_bar_[0] = 0.0
    numerator_bar_2 = quotient_bar / spacing
    f_bar[1] += numerator_bar_2
    f_bar[0] -= numerator_bar_2
    spacing_bar = -quotient_2 * numerator_bar - quotient * numerator_bar_2

    # forward and reverse in one sweep: the iterations are independent
    for i in range(1, last):
        numerator_bar = result_bar_[i] / (2.0 * spacing)
        f_bar[i + 1] += numerator_bar
        f_bar[i - 1] -= numerator_bar
        spacing_bar -= 2.0 * (f[i + 1] - f[i - 1]) * numerator_bar / (2.0 * spacing)
    return spacing_bar


def rain_that_stays_vjp(
    height, spacing, threshold, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of height, spacing and threshold of rain_that_stays, for the
    adjoint of its result.
    """
    # forward sweep
    left = largest_so_far(height)
    array = height[::-1]
    largest_so_far_array = largest_so_far(array)
    right = largest_so_far_array[::-1]
    if left.shape != right.shape:
        raise ValueError("left and right have different shapes")
    depth = np.empty_like(left)
    slope = slopes(height, spacing)
    steep = np.empty_like(slope)
    wet = np.empty(len(height), dtype=np.bool_)
    for i in range(len(height)):
        level = np.fmin(left[i], right[i])
        depth[i] = level - height[i]
        steep[i] = np.hypot(slope[i], 1.0)
        wet[i] = depth[i] > threshold
    values = 0.0
    start = 0.1

    # reverse sweep
    height_bar = np.empty_like(height)
    values_bar = spacing * result_0_bar
    depth_bar = np.zeros_like(depth)
    slope_bar = np.zeros_like(slope)
    steep_bar = np.zeros_like(steep)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(height)):
        if wet[i]:
            a = depth[i]
            depth_bar[i] += values_bar
        else:
            a = 0.0
            numerator_bar = result_1_bar / steep[i]
            slope_bar[i] += 2.0 * slope[i] * numerator_bar
            steep_bar[i] -= slope[i] ** 2 * numerator_bar / steep[i]
        values += a
    spacing_bar = values * result_0_bar
    largest_from_adjoint(depth, start, result_2_bar, depth_bar)
    left_bar = np.empty_like(left)
    largest_so_far_array_bar = np.zeros_like(largest_so_far_array)
    right_bar = largest_so_far_array_bar[::-1]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(height)):
        level = np.fmin(left[i], right[i])
        slope_bar[i] += slope[i] * steep_bar[i] / steep[i]
        level_bar = depth_bar[i]
        height_bar[i] = -depth_bar[i]
        left_bar[i] = level_bar if left[i] == level else 0.0
        right_bar[i] += 0.0 if left[i] == level else level_bar
    spacing_bar += slopes_adjoint(height, spacing, slope_bar, height_bar)
    array_bar = height_bar[::-1]
    largest_so_far_adjoint(array, largest_so_far_array_bar, array_bar)
    largest_so_far_adjoint(height, left_bar, height_bar)
    return height_bar, spacing_bar, 0.0
