import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = np.max(a_ij)
    return values


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = np.min(a_ij)
    return values


def along_axis_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            a_ij_bar[np.argmin(a_ij)] += result_bar[i, j]


def along_axis_3(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def along_axis_3_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        a_i_bar[np.argmax(a_i)] += result_bar[i]


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            a_ij_bar[np.argmax(a_ij)] += result_bar[i, j]


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    a_bar = result_bar
    if a < 0.0:
        a_bar = 0.0
    return a_bar


def rolled(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole[i, j] = a[(i - 1) % length, j]
    return whole


def rolled_2(a):
    """The elements moved on along an axis."""
    length = a.shape[1]
    whole = np.empty(a.shape)
    place = whole.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place[i, j] = rows[(i - 1) % length, j]
    return whole


def rolled_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(length):
        for j in range(a_bar.shape[0]):
            rows_bar[(i - 1) % length, j] += place_bar[i, j]


def rolled_3(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole[i, j] = a[(i + 1) % length, j]
    return whole


def rolled_3_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        for j in range(a_bar.shape[1]):
            a_bar[(i + 1) % length, j] += result_bar[i, j]


def rolled_4(a):
    """The elements moved on along an axis."""
    length = a.shape[1]
    whole = np.empty(a.shape)
    place = whole.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place[i, j] = rows[(i + 1) % length, j]
    return whole


def rolled_4_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(length):
        for j in range(a_bar.shape[0]):
            rows_bar[(i + 1) % length, j] += place_bar[i, j]


def rolled_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        for j in range(a_bar.shape[1]):
            a_bar[(i - 1) % length, j] += result_bar[i, j]


def slopes(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        for j in range(f.shape[1]):
            result[i, j] = (f[i + 1, j] - f[i - 1, j]) / (2.0 * spacing)
    for i in range(f.shape[1]):
        result[0, i] = (f[1, i] - f[0, i]) / spacing
        result[last, i] = (f[last, i] - f[last - 1, i]) / spacing
    return result


def slopes_3(f, spacing):
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


def slopes_2(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    for i in range(len(f)):
        slopes_3_result = slopes_3(f[i], spacing)
        for j in range(f.shape[1]):
            result[i, j] = slopes_3_result[j]
    return result


def slopes_3_adjoint(f, spacing, result_bar, f_bar):
    """The adjoint of spacing in slopes_3; the adjoint of f is added to f_bar."""
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


def slopes_2_adjoint(f, spacing, result_bar, f_bar):
    """The adjoint of spacing in slopes_2; the adjoint of f is added to f_bar."""
    # forward and reverse in one sweep: the iterations are independent
    spacing_bar = 0.0
    for i in range(len(f)):
        slopes_3_result = slopes_3(f[i], spacing)
        slopes_3_result_bar = np.zeros_like(slopes_3_result)
        for j in range(f.shape[1]):
            slopes_3_result_bar[j] += result_bar[i, j]
        spacing_bar += slopes_3_adjoint(f[i], spacing, slopes_3_result_bar, f_bar[i])
    return spacing_bar


def slopes_adjoint(f, spacing, result_bar, f_bar):
    """The adjoint of spacing in slopes; the adjoint of f is added to f_bar."""
    # forward sweep
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")

    # reverse sweep
    result_bar_ = result_bar.copy()

    # forward and reverse in one sweep: the iterations are independent
    spacing_bar = 0.0
    for i in range(f.shape[1]):
        quotient = (f[1, i] - f[0, i]) / spacing
        quotient_2 = (f[last, i] - f[last - 1, i]) / spacing
        quotient_2_bar = result_bar_[last, i]
        result_bar_[last, i] = 0.0
        numerator_bar = quotient_2_bar / spacing
        f_bar[last, i] += numerator_bar
        f_bar[last - 1, i] -= numerator_bar
        quotient_bar = result_bar_[0, i]
        result_bar_[0, i] = 0.0
        numerator_bar_2 = quotient_bar / spacing
        f_bar[1, i] += numerator_bar_2
        f_bar[0, i] -= numerator_bar_2
        spacing_bar -= quotient_2 * numerator_bar + quotient * numerator_bar_2

    # forward and reverse in one sweep: the iterations are independent
    for i in range(1, last):
        for j in range(f.shape[1]):
            quotient = (f[i + 1, j] - f[i - 1, j]) / (2.0 * spacing)
            numerator_bar = result_bar_[i, j] / (2.0 * spacing)
            f_bar[i + 1, j] += numerator_bar
            f_bar[i - 1, j] -= numerator_bar
            spacing_bar -= 2.0 * quotient * numerator_bar
    return spacing_bar


def windows_of_both(a):
    """The windows of a matrix, at their places along both axes."""
    if 2 > a.shape[0] or 2 > a.shape[1]:
        raise ValueError("window shape cannot be larger than input array shape")
    rows = a.shape[0] - 1
    columns = a.shape[1] - 1
    found = np.empty((rows, columns, 2, 2))
    for i in range(2):
        for k in range(2):
            if found[:, :, i, k].shape != a[i : i + rows, k : k + columns].shape:
                raise ValueError("operands have different shapes")
            a_part = a[i : i + rows, k : k + columns]
            for j in range(rows):
                for m in range(columns):
                    found[j, m, i, k] = a_part[j, m]
    return found


def windows_of_both_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if 2 > a.shape[0] or 2 > a.shape[1]:
        raise ValueError("window shape cannot be larger than input array shape")
    rows = a.shape[0] - 1
    columns = a.shape[1] - 1
    found = np.empty((rows, columns, 2, 2))
    for i in range(2):
        for k in range(2):
            if found[:, :, i, k].shape != a[i : i + rows, k : k + columns].shape:
                raise ValueError("operands have different shapes")

    # reverse sweep
    for i in range(2):
        for k in range(2):
            a_part_bar = a_bar[i : i + rows, k : k + columns]
            for j in range(rows):
                for m in range(columns):
                    a_part_bar[j, m] += result_bar[j, m, i, k]


def terrain_of_a_valley_vjp(
    height,
    spacing_0,
    spacing_1,
    azimuth,
    altitude,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of height, spacing, azimuth and altitude of terrain_of_a_valley,
    for the adjoint of its result.
    """
    # forward sweep
    dy = slopes(height, spacing_0)
    dx = slopes_2(height, spacing_1)
    sun = np.radians(azimuth)
    high = np.radians(altitude)
    sin_high = np.sin(high)
    cos_high = np.cos(high)
    bend = np.zeros_like(height)
    inner = height[1:-1, 1:-1]
    rolled_height = rolled(height)
    operand = rolled_height[1:-1, 1:-1]
    if operand.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    rolled_2_height = rolled_2(height)
    operand_2 = rolled_2_height[1:-1, 1:-1]
    if operand_2.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand_2.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    rolled_3_height = rolled_3(height)
    operand_3 = rolled_3_height[1:-1, 1:-1]
    if operand_3.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand_3.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    rolled_4_height = rolled_4(height)
    operand_4 = rolled_4_height[1:-1, 1:-1]
    if operand_4.shape[0] != inner.shape[0]:
        raise ValueError("operand and inner have different shapes")
    if operand_4.shape[1] != inner.shape[1]:
        raise ValueError("operand and inner have different shapes")
    for i in range(height.shape[0] - 2):
        for j in range(height.shape[1] - 2):
            bend[i + 1, j + 1] = (
                operand[i, j]
                - inner[i, j]
                + (operand_2[i, j] - inner[i, j])
                + (operand_3[i, j] - inner[i, j])
                + (operand_4[i, j] - inner[i, j])
            )
    windows = windows_of_both(height)
    a = np.reshape(
        np.ascontiguousarray(windows), (windows.shape[0], windows.shape[1], 4)
    )
    along_axis_result = along_axis(a)
    along_axis_2_result = along_axis_2(a)
    rough = np.empty_like(along_axis_result)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            rough[i, j] = along_axis_result[i, j] - along_axis_2_result[i, j]
    a_2 = along_axis_3(rough)

    # reverse sweep
    height_bar = np.zeros_like(height)
    shade_2_bar = result_0_bar.copy()
    a_2_bar = np.zeros_like(a_2)
    a_2_bar[np.argmax(a_2)] += result_2_bar
    total_bar = result_1_bar / (height.shape[0] * height.shape[1])
    dy_bar = np.empty_like(dy)
    dx_bar = np.empty_like(dx)
    bend_bar = np.empty_like(bend)

    # forward and reverse in one sweep: the iterations are independent
    cos_high_bar = 0.0
    sin_high_bar = 0.0
    sun_bar = 0.0
    for i in range(height.shape[0]):
        for j in range(height.shape[1]):
            hypot_result = np.hypot(dx[i, j], dy[i, j])
            slope = np.arctan(hypot_result)
            aspect = np.arctan2(-dx[i, j], dy[i, j])
            cos_slope = np.cos(slope)
            shade = sin_high * cos_slope
            sin_slope = np.sin(slope)
            cosine = np.cos(sun - aspect)
            shade += cos_high * sin_slope * cosine
            exp_bend = np.exp(bend[i, j])
            tan_slope = np.tan(slope)
            quotient = (1.0 + exp_bend) / (tan_slope + 0.1)
            numerator_bar = total_bar / quotient / (tan_slope + 0.1)
            slope_bar = -(1.0 + tan_slope**2) * quotient * numerator_bar
            bend_bar[i, j] = exp_bend * numerator_bar
            shade_bar = bounded_adjoint(shade, shade_2_bar[i, j])
            cos_high_bar += sin_slope * cosine * shade_bar
            sin_slope_bar = cos_high * cosine * shade_bar
            difference_bar = -np.sin(sun - aspect) * cos_high * sin_slope * shade_bar
            sun_bar += difference_bar
            aspect_bar = -difference_bar
            sin_high_bar += cos_slope * shade_bar
            slope_bar += cos_slope * sin_slope_bar - sin_slope * sin_high * shade_bar
            dx_bar[i, j] = -dy[i, j] * aspect_bar / (dy[i, j] ** 2 + (-dx[i, j]) ** 2)
            dy_bar[i, j] = dx[i, j] * aspect_bar / (dy[i, j] ** 2 + (-dx[i, j]) ** 2)
            hypot_result_bar = slope_bar / (1.0 + hypot_result**2)
            dx_bar[i, j] += dx[i, j] * hypot_result_bar / hypot_result
            dy_bar[i, j] += dy[i, j] * hypot_result_bar / hypot_result
    rough_bar = np.zeros_like(rough)
    along_axis_3_adjoint(rough, a_2_bar, rough_bar)
    along_axis_result_bar = np.empty_like(along_axis_result)
    along_axis_2_result_bar = np.empty_like(along_axis_2_result)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            along_axis_result_bar[i, j] = rough_bar[i, j]
            along_axis_2_result_bar[i, j] = -rough_bar[i, j]
    a_bar = np.zeros_like(a)
    along_axis_2_adjoint(a, along_axis_2_result_bar, a_bar)
    along_axis_adjoint(a, along_axis_result_bar, a_bar)
    windows_bar = np.reshape(np.ascontiguousarray(a_bar), windows.shape).copy()
    windows_of_both_adjoint(height, windows_bar, height_bar)
    inner_bar = height_bar[1:-1, 1:-1]
    rolled_height_bar = np.zeros_like(rolled_height)
    operand_bar = rolled_height_bar[1:-1, 1:-1]
    rolled_2_height_bar = np.zeros_like(rolled_2_height)
    operand_2_bar = rolled_2_height_bar[1:-1, 1:-1]
    rolled_3_height_bar = np.zeros_like(rolled_3_height)
    operand_3_bar = rolled_3_height_bar[1:-1, 1:-1]
    rolled_4_height_bar = np.zeros_like(rolled_4_height)
    operand_4_bar = rolled_4_height_bar[1:-1, 1:-1]
    for i in range(height.shape[0] - 2):
        for j in range(height.shape[1] - 2):
            operand_bar[i, j] += bend_bar[i + 1, j + 1]
            operand_2_bar[i, j] += bend_bar[i + 1, j + 1]
            operand_3_bar[i, j] += bend_bar[i + 1, j + 1]
            operand_4_bar[i, j] += bend_bar[i + 1, j + 1]
            inner_bar[i, j] -= (2.0 + 2.0) * bend_bar[i + 1, j + 1]
            bend_bar[i + 1, j + 1] = 0.0
    rolled_4_adjoint(rolled_4_height_bar, height_bar)
    rolled_3_adjoint(rolled_3_height_bar, height_bar)
    rolled_2_adjoint(rolled_2_height_bar, height_bar)
    rolled_adjoint(rolled_height_bar, height_bar)
    altitude_bar = np.radians(cos_high * sin_high_bar - sin_high * cos_high_bar)
    azimuth_bar = np.radians(sun_bar)
    spacing_1_bar = slopes_2_adjoint(height, spacing_1, dx_bar, height_bar)
    spacing_0_bar = slopes_adjoint(height, spacing_0, dy_bar, height_bar)
    return height_bar, spacing_0_bar, spacing_1_bar, azimuth_bar, altitude_bar
