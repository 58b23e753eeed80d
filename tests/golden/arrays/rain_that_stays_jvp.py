import numpy as np


def largest_from_tangent(a, start, a_dot):
    """largest_from and its tangent."""
    value_dot = 0.0
    value = start
    if len(a) > 0:
        value_dot = a_dot[np.argmax(a)]
        value = np.max(a)
        if start > value:
            value_dot = 0.0
            value = start
    return value, value_dot


def largest_so_far_tangent(a, a_dot):
    """largest_so_far and its tangent."""
    values_dot = a_dot.copy()
    values = a.copy()
    for i in range(1, len(a)):
        values_dot[i] = values_dot[i - 1] if values[i - 1] >= a[i] else a_dot[i]
        values[i] = np.maximum(values[i - 1], a[i])
    return values, values_dot


def slopes_tangent(f, spacing, f_dot, spacing_dot):
    """slopes and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        quotient = (f[i + 1] - f[i - 1]) / (2.0 * spacing)
        factor = f_dot[i + 1] - f_dot[i - 1] - 2.0 * quotient * spacing_dot
        quotient_dot = factor / (2.0 * spacing)
        result_dot[i] = quotient_dot
        result[i] = quotient
    quotient = (f[1] - f[0]) / spacing
    result_dot[0] = (f_dot[1] - f_dot[0] - quotient * spacing_dot) / spacing
    result[0] = quotient
    quotient = (f[last] - f[last - 1]) / spacing
    quotient_dot = (f_dot[last] - f_dot[last - 1] - quotient * spacing_dot) / spacing
    result_dot[last] = quotient_dot
    result[last] = quotient
    return result, result_dot


def rain_that_stays_jvp(
    height, spacing, threshold, height_dot, spacing_dot, threshold_dot
):
    """The value of rain_that_stays, and its derivative in the direction height_dot,
    spacing_dot, threshold_dot.
    """
    left, left_dot = largest_so_far_tangent(height, height_dot)
    array_dot = height_dot[::-1]
    array = height[::-1]
    largest_so_far_array, largest_so_far_array_dot = largest_so_far_tangent(
        array, array_dot
    )
    right_dot = largest_so_far_array_dot[::-1]
    right = largest_so_far_array[::-1]
    if left.shape != right.shape:
        raise ValueError("left and right have different shapes")
    depth_dot = np.zeros_like(left)
    depth = np.empty_like(left)
    slope, slope_dot = slopes_tangent(height, spacing, height_dot, spacing_dot)
    steep_dot = np.zeros_like(slope)
    steep = np.empty_like(slope)
    wet = np.empty(len(height), dtype=np.bool_)
    for i in range(len(height)):
        level = np.fmin(left[i], right[i])
        level_dot = left_dot[i] if left[i] == level else right_dot[i]
        depth_dot[i] = level_dot - height_dot[i]
        depth[i] = level - height[i]
        hypot_result = np.hypot(slope[i], 1.0)
        steep_dot[i] = slope[i] * slope_dot[i] / hypot_result
        steep[i] = hypot_result
        wet[i] = depth[i] > threshold
    values_dot = 0.0
    values = 0.0
    start = 0.1
    values_2, values_2_dot = largest_from_tangent(depth, start, depth_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(height)):
        if wet[i]:
            a_dot = depth_dot[i]
            a = depth[i]
            choice_dot = 0.0
            choice = 0.0
        else:
            a_dot = 0.0
            a = 0.0
            choice = slope[i] ** 2 / steep[i]
            factor = 2.0 * slope[i] * slope_dot[i] - choice * steep_dot[i]
            choice_dot = factor / steep[i]
        values_dot += a_dot
        values += a
        total_dot += choice_dot
        total += choice
    volume_dot = spacing_dot * values + spacing * values_dot
    volume = spacing * values
    return volume, total, values_2, volume_dot, total_dot, values_2_dot
