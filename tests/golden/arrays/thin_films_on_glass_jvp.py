import numpy as np


def einsum_2_tangent(left, right, left_dot, right_dot):
    """einsum_2 and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[2]), dtype=np.complex128)
    result = np.empty((left.shape[0], left.shape[2]), dtype=np.complex128)
    for i in range(left.shape[0]):
        for w in range(left.shape[2]):
            total_dot = 0j
            total = 0j
            for j in range(left.shape[1]):
                term = left[i, j, w] * right_dot[j, w]
                total_dot += left_dot[i, j, w] * right[j, w] + term
                total += left[i, j, w] * right[j, w]
            result_dot[i, w] = total_dot
            result[i, w] = total
    return result, result_dot


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty(
        (left.shape[0], right.shape[1], left.shape[2]), dtype=np.complex128
    )
    result = np.empty(
        (left.shape[0], right.shape[1], left.shape[2]), dtype=np.complex128
    )
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            for w in range(left.shape[2]):
                total_dot = 0j
                total = 0j
                for j in range(left.shape[1]):
                    term = left[i, j, w] * right_dot[j, k, w]
                    total_dot += left_dot[i, j, w] * right[j, k, w] + term
                    total += left[i, j, w] * right[j, k, w]
                result_dot[i, k, w] = total_dot
                result[i, k, w] = total
    return result, result_dot


def function_2_tangent(a, b, a_dot, b_dot):
    """function_2 and its tangent."""
    value, value_dot = einsum_tangent(a, b, a_dot, b_dot)
    return value, value_dot


def layer_tangent(
    index, thickness, wavelength, index_dot, thickness_dot, wavelength_dot
):
    """layer and its tangent."""
    delta = 2.0 * np.pi * index * thickness / wavelength
    factor = (
        2.0 * np.pi * index_dot * thickness
        + 2.0 * np.pi * index * thickness_dot
        - delta * wavelength_dot
    )
    delta_dot = factor / wavelength
    c_dot = -np.sin(delta) * delta_dot
    c = np.cos(delta)
    sin_delta_dot = np.cos(delta) * delta_dot
    sin_delta = np.sin(delta)
    s_dot = 1j * sin_delta_dot
    s = 1j * sin_delta
    arrays_1 = s / index
    arrays_1_dot = (s_dot - arrays_1 * index_dot) / index
    if len(c) != len(arrays_1):
        raise ValueError("operands have different shapes")
    shape_0 = c.shape[0]
    whole_dot = np.zeros((2, shape_0), dtype=np.complex128)
    whole = np.empty((2, shape_0), dtype=np.complex128)
    whole_dot[0] = c_dot
    whole[0] = c
    whole_dot[1] = arrays_1_dot
    whole[1] = arrays_1
    arrays_0_dot = s_dot * index + s * index_dot
    arrays_0 = s * index
    if len(arrays_0) != len(c):
        raise ValueError("operands have different shapes")
    shape_0_2 = arrays_0.shape[0]
    whole_2_dot = np.zeros((2, shape_0_2), dtype=np.complex128)
    whole_2 = np.empty((2, shape_0_2), dtype=np.complex128)
    whole_2_dot[0] = arrays_0_dot
    whole_2[0] = arrays_0
    whole_2_dot[1] = c_dot
    whole_2[1] = c
    if whole.shape[0] != whole_2.shape[0]:
        raise ValueError("operands have different shapes")
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    shape_0_3 = whole.shape[0]
    shape_1 = whole.shape[1]
    whole_3_dot = np.zeros((2, shape_0_3, shape_1), dtype=np.complex128)
    whole_3 = np.empty((2, shape_0_3, shape_1), dtype=np.complex128)
    whole_3_dot[0] = whole_dot
    whole_3[0] = whole
    whole_3_dot[1] = whole_2_dot
    whole_3[1] = whole_2
    return whole_3, whole_3_dot


def longer_rows_tangent(rows, length, row, rows_dot, row_dot):
    """longer_rows and its tangent."""
    longer_dot = np.zeros(
        (max(2 * len(rows), length), row.shape[0], row.shape[1], row.shape[2]),
        dtype=np.complex128,
    )
    longer = np.empty(
        (max(2 * len(rows), length), row.shape[0], row.shape[1], row.shape[2]),
        dtype=np.complex128,
    )
    for i in range(len(rows)):
        if longer[i].shape != rows[i].shape:
            raise ValueError("longer[i] and rows[i] have different shapes")
        longer_dot[i] = rows_dot[i]
        longer[i] = rows[i]
    return longer, longer_dot


def thin_films_on_glass_jvp(
    indices,
    losses,
    thickness,
    wavelengths,
    indices_dot,
    losses_dot,
    thickness_dot,
    wavelengths_dot,
):
    """The value of thin_films_on_glass, and its derivative in the direction
    indices_dot, losses_dot, thickness_dot, wavelengths_dot.
    """
    if len(indices) != len(losses):
        raise ValueError("indices and losses have different shapes")
    index_dot = indices_dot - 1j * losses_dot
    index = indices - 1j * losses
    layers_values_dot = np.zeros((0, 0, 0, 0), dtype=np.complex128)
    layers_values = np.empty((0, 0, 0, 0), dtype=np.complex128)
    row_dot = index_dot[1:-1]
    row = index[1:-1]
    for k in range(min(len(row), len(thickness))):
        n_dot = row_dot[k]
        n = row[k]
        d_dot = thickness_dot[k]
        d = thickness[k]
        row_3, row_3_dot = layer_tangent(
            n, d, wavelengths, n_dot, d_dot, wavelengths_dot
        )
        if k + 1 > len(layers_values):
            layers_values, layers_values_dot = longer_rows_tangent(
                layers_values, k + 1, row_3, layers_values_dot, row_3_dot
            )
        if layers_values[k, :, :, :].shape != row_3.shape:
            raise ValueError("layers_values[k, :, :, :] and row have different shapes")
        layers_values_dot[k, :, :, :] = row_3_dot
        layers_values[k, :, :, :] = row_3
    count = max(min(len(row), len(thickness)), 0)
    iterable_dot = layers_values_dot[:count]
    iterable = layers_values[:count]
    start = 0
    if len(iterable) == 0:
        raise TypeError("reduce() of empty iterable with no initial value")
    else:
        whole_dot = iterable_dot[0]
        whole = iterable[0]
        start = 1
    for k_2 in range(start, len(iterable)):
        whole, whole_dot = function_2_tangent(
            whole, iterable[k_2], whole_dot, iterable_dot[k_2]
        )
    arrays_0 = np.ones(len(wavelengths)) + 0j
    arrays_1_dot = index_dot[-1] + 0j * wavelengths_dot
    arrays_1 = index[-1] + 0j * wavelengths
    if len(arrays_0) != len(arrays_1):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0.shape[0]
    ends_dot = np.zeros((2, shape_0), dtype=np.complex128)
    ends = np.empty((2, shape_0), dtype=np.complex128)
    ends_dot[0] = 0j
    ends[0] = arrays_0
    ends_dot[1] = arrays_1_dot
    ends[1] = arrays_1
    row_4, row_4_dot = einsum_2_tangent(whole, ends, whole_dot, ends_dot)
    if row_4.shape[0] != 2:
        raise ValueError("row_4 is unpacked into 2 names")
    b_dot = row_4_dot[0]
    b = row_4[0]
    c_dot = row_4_dot[1]
    c = row_4[1]
    back = (indices[0] * b - c) / (indices[0] * b + c)
    factor = (
        indices_dot[0] * b
        + indices[0] * b_dot
        - c_dot
        - back * (indices_dot[0] * b + indices[0] * b_dot + c_dot)
    )
    back_dot = factor / (indices[0] * b + c)
    abs_result = np.abs(indices[0] * b + c)
    factor_2 = np.real(
        np.conj(indices[0] * b + c) * (indices_dot[0] * b + indices[0] * b_dot + c_dot)
    )
    abs_result_dot = factor_2 / np.where(abs_result != 0.0, abs_result, 1.0)
    through = 4.0 * indices[0] * indices[-1] / abs_result**2
    factor_3 = (
        4.0 * indices_dot[0] * indices[-1]
        + 4.0 * indices[0] * indices_dot[-1]
        - 2.0 * through * abs_result * abs_result_dot
    )
    through_dot = factor_3 / abs_result**2
    total_dot = 0.0
    total = 0.0
    for i in range(len(through)):
        total_dot += through_dot[i]
        total += through[i]
    abs_back = np.abs(back)
    factor_4 = np.where(abs_back != 0.0, abs_back, 1.0)
    abs_back_dot = np.real(np.conj(back) * back_dot) / factor_4
    value_0_dot = 2.0 * abs_back * abs_back_dot
    value_0 = abs_back**2
    return value_0, total / len(through), value_0_dot, total_dot / len(through)
