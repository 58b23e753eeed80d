import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.empty((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values_dot[i, j] = a_ij_dot[np.argmin(a_ij)]
            values[i, j] = np.min(a_ij)
    return values, values_dot


def along_axis_3_tangent(a, a_dot):
    """along_axis_3 and its tangent."""
    values_dot = np.empty(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values_dot[i] = a_i_dot[np.argmax(a_i)]
        values[i] = np.max(a_i)
    return values, values_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values_dot[i, j] = a_ij_dot[np.argmax(a_ij)]
            values[i, j] = np.max(a_ij)
    return values, values_dot


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < 0.0:
        a_dot = 0.0
        a = 0.0
    return a, a_dot


def rolled_2_tangent(a, a_dot):
    """rolled_2 and its tangent."""
    length = a.shape[1]
    whole_dot = np.zeros(a.shape)
    whole = np.empty(a.shape)
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[(i - 1) % length, j]
            place[i, j] = rows[(i - 1) % length, j]
    return whole, whole_dot


def rolled_3_tangent(a, a_dot):
    """rolled_3 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[(i + 1) % length, j]
            whole[i, j] = a[(i + 1) % length, j]
    return whole, whole_dot


def rolled_4_tangent(a, a_dot):
    """rolled_4 and its tangent."""
    length = a.shape[1]
    whole_dot = np.zeros(a.shape)
    whole = np.empty(a.shape)
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[(i + 1) % length, j]
            place[i, j] = rows[(i + 1) % length, j]
    return whole, whole_dot


def rolled_tangent(a, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[(i - 1) % length, j]
            whole[i, j] = a[(i - 1) % length, j]
    return whole, whole_dot


def slopes_3_tangent(f, spacing, f_dot, spacing_dot):
    """slopes_3 and its tangent."""
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


def slopes_2_tangent(f, spacing, f_dot, spacing_dot):
    """slopes_2 and its tangent."""
    result_dot = np.empty_like(f)
    result = np.empty_like(f)
    for i in range(len(f)):
        slopes_3_result, slopes_3_result_dot = slopes_3_tangent(
            f[i], spacing, f_dot[i], spacing_dot
        )
        for j in range(f.shape[1]):
            result_dot[i, j] = slopes_3_result_dot[j]
            result[i, j] = slopes_3_result[j]
    return result, result_dot


def slopes_tangent(f, spacing, f_dot, spacing_dot):
    """slopes and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        for j in range(f.shape[1]):
            quotient = (f[i + 1, j] - f[i - 1, j]) / (2.0 * spacing)
            factor = f_dot[i + 1, j] - f_dot[i - 1, j] - 2.0 * quotient * spacing_dot
            quotient_dot = factor / (2.0 * spacing)
            result_dot[i, j] = quotient_dot
            result[i, j] = quotient
    for i in range(f.shape[1]):
        quotient = (f[1, i] - f[0, i]) / spacing
        quotient_dot = (f_dot[1, i] - f_dot[0, i] - quotient * spacing_dot) / spacing
        result_dot[0, i] = quotient_dot
        result[0, i] = quotient
        quotient = (f[last, i] - f[last - 1, i]) / spacing
        factor_2 = f_dot[last, i] - f_dot[last - 1, i] - quotient * spacing_dot
        quotient_dot = factor_2 / spacing
        result_dot[last, i] = quotient_dot
        result[last, i] = quotient
    return result, result_dot


def windows_of_both_tangent(a, a_dot):
    """windows_of_both and its tangent."""
    if 2 > a.shape[0] or 2 > a.shape[1]:
        raise ValueError("window shape cannot be larger than input array shape")
    rows = a.shape[0] - 1
    columns = a.shape[1] - 1
    found_dot = np.empty((rows, columns, 2, 2))
    found = np.empty((rows, columns, 2, 2))
    for i in range(2):
        for k in range(2):
            if found[:, :, i, k].shape != a[i : i + rows, k : k + columns].shape:
                raise ValueError("operands have different shapes")
            a_part_dot = a_dot[i : i + rows, k : k + columns]
            a_part = a[i : i + rows, k : k + columns]
            for j in range(rows):
                for m in range(columns):
                    found_dot[j, m, i, k] = a_part_dot[j, m]
                    found[j, m, i, k] = a_part[j, m]
    return found, found_dot


def terrain_of_a_valley_jvp(
    height,
    spacing_0,
    spacing_1,
    azimuth,
    altitude,
    height_dot,
    spacing_0_dot,
    spacing_1_dot,
    azimuth_dot,
    altitude_dot,
):
    """The value of terrain_of_a_valley, and its derivative in the direction
    height_dot, spacing_0_dot, spacing_1_dot, azimuth_dot, altitude_dot.
    """
    dy, dy_dot = slopes_tangent(height, spacing_0, height_dot, spacing_0_dot)
    dx, dx_dot = slopes_2_tangent(height, spacing_1, height_dot, spacing_1_dot)
    sun_dot = np.radians(azimuth_dot)
    sun = np.radians(azimuth)
    high_dot = np.radians(altitude_dot)
    high = np.radians(altitude)
    cos_high = np.cos(high)
    sin_high_dot = cos_high * high_dot
    sin_high = np.sin(high)
    cos_high_dot = -sin_high * high_dot
    shade_2_dot = np.zeros((height.shape[0], height.shape[1]))
    shade_2 = np.empty((height.shape[0], height.shape[1]))
    bend_dot = np.zeros_like(height)
    bend = np.zeros_like(height)
    inner_dot = height_dot[1:-1, 1:-1]
    inner = height[1:-1, 1:-1]
    rolled_height, rolled_height_dot = rolled_tangent(height, height_dot)
    operand_dot = rolled_height_dot[1:-1, 1:-1]
    operand = rolled_height[1:-1, 1:-1]
    if operand.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    rolled_2_height, rolled_2_height_dot = rolled_2_tangent(height, height_dot)
    operand_2_dot = rolled_2_height_dot[1:-1, 1:-1]
    operand_2 = rolled_2_height[1:-1, 1:-1]
    if operand_2.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand_2.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    rolled_3_height, rolled_3_height_dot = rolled_3_tangent(height, height_dot)
    operand_3_dot = rolled_3_height_dot[1:-1, 1:-1]
    operand_3 = rolled_3_height[1:-1, 1:-1]
    if operand_3.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand_3.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    rolled_4_height, rolled_4_height_dot = rolled_4_tangent(height, height_dot)
    operand_4_dot = rolled_4_height_dot[1:-1, 1:-1]
    operand_4 = rolled_4_height[1:-1, 1:-1]
    if operand_4.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand_4.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    for i in range(height.shape[0] - 2):
        for j in range(height.shape[1] - 2):
            bend_dot[i + 1, j + 1] = (
                operand_dot[i, j]
                - inner_dot[i, j]
                + (operand_2_dot[i, j] - inner_dot[i, j])
                + (operand_3_dot[i, j] - inner_dot[i, j])
                + (operand_4_dot[i, j] - inner_dot[i, j])
            )
            bend[i + 1, j + 1] = (
                operand[i, j]
                - inner[i, j]
                + (operand_2[i, j] - inner[i, j])
                + (operand_3[i, j] - inner[i, j])
                + (operand_4[i, j] - inner[i, j])
            )
    windows, windows_dot = windows_of_both_tangent(height, height_dot)
    a_dot = np.reshape(
        np.ascontiguousarray(windows_dot), (windows.shape[0], windows.shape[1], 4)
    )
    a = np.reshape(
        np.ascontiguousarray(windows), (windows.shape[0], windows.shape[1], 4)
    )
    along_axis_result, along_axis_result_dot = along_axis_tangent(a, a_dot)
    along_axis_2_result, along_axis_2_result_dot = along_axis_2_tangent(a, a_dot)
    rough_dot = np.zeros_like(along_axis_result)
    rough = np.empty_like(along_axis_result)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            rough_dot[i, j] = (
                along_axis_result_dot[i, j] - along_axis_2_result_dot[i, j]
            )
            rough[i, j] = along_axis_result[i, j] - along_axis_2_result[i, j]
    a_2, a_2_dot = along_axis_3_tangent(rough, rough_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(height.shape[0]):
        for j in range(height.shape[1]):
            hypot_result = np.hypot(dx[i, j], dy[i, j])
            factor = dx[i, j] * dx_dot[i, j] + dy[i, j] * dy_dot[i, j]
            hypot_result_dot = factor / hypot_result
            slope_dot = hypot_result_dot / (1.0 + hypot_result**2)
            slope = np.arctan(hypot_result)
            factor_2 = dx[i, j] * dy_dot[i, j] - dy[i, j] * dx_dot[i, j]
            aspect_dot = factor_2 / (dy[i, j] ** 2 + (-dx[i, j]) ** 2)
            aspect = np.arctan2(-dx[i, j], dy[i, j])
            cos_slope = np.cos(slope)
            sin_slope = np.sin(slope)
            shade_dot = sin_high_dot * cos_slope - sin_high * sin_slope * slope_dot
            shade = sin_high * cos_slope
            sin_slope_dot = cos_slope * slope_dot
            cosine_dot = -np.sin(sun - aspect) * (sun_dot - aspect_dot)
            cosine = np.cos(sun - aspect)
            term = (cos_high_dot * sin_slope + cos_high * sin_slope_dot) * cosine
            shade_dot += term + cos_high * sin_slope * cosine_dot
            shade += cos_high * sin_slope * cosine
            shade_2[i, j], shade_2_dot[i, j] = bounded_tangent(shade, shade_dot)
            exp_bend = np.exp(bend[i, j])
            exp_bend_dot = exp_bend * bend_dot[i, j]
            tan_slope = np.tan(slope)
            tan_slope_dot = (1.0 + tan_slope**2) * slope_dot
            quotient = (1.0 + exp_bend) / (tan_slope + 0.1)
            quotient_dot = (exp_bend_dot - quotient * tan_slope_dot) / (tan_slope + 0.1)
            wet = np.log(quotient)
            total_dot += quotient_dot / quotient
            total += wet
    value_1 = total / (height.shape[0] * height.shape[1])
    value_1_dot = total_dot / (height.shape[0] * height.shape[1])
    value_2_dot = a_2_dot[np.argmax(a_2)]
    return shade_2, value_1, np.max(a_2), shade_2_dot, value_1_dot, value_2_dot
