import numpy as np


def einsum_2(left, right):
    """The sums of left[i, j, w] * right[j, w] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], left.shape[2]), dtype=np.complex128)
    for i in range(left.shape[0]):
        for w in range(left.shape[2]):
            total = 0j
            for j in range(left.shape[1]):
                total += left[i, j, w] * right[j, w]
            result[i, w] = total
    return result


def einsum_2_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for w in range(left.shape[2]):
            total_bar = result_bar[i, w]
            for j in range(left.shape[1]):
                left_bar[i, j, w] += right[j, w] * total_bar
                right_bar[j, w] += left[i, j, w] * total_bar


def einsum(left, right):
    """The sums of left[i, j, w] * right[j, k, w] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty(
        (left.shape[0], right.shape[1], left.shape[2]), dtype=np.complex128
    )
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            for w in range(left.shape[2]):
                total = 0j
                for j in range(left.shape[1]):
                    total += left[i, j, w] * right[j, k, w]
                result[i, k, w] = total
    return result


def function_2(a, b):
    return einsum(a, b)


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            for w in range(left.shape[2]):
                total_bar = result_bar[i, k, w]
                for j in range(left.shape[1]):
                    left_bar[i, j, w] += right[j, k, w] * total_bar
                    right_bar[j, k, w] += left[i, j, w] * total_bar


def function_2_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    einsum_adjoint(a, b, result_bar, a_bar, b_bar)


def layer(index, thickness, wavelength):
    delta = 2.0 * np.pi * index * thickness / wavelength
    c = np.cos(delta)
    s = 1j * np.sin(delta)
    arrays_1 = s / index
    if len(c) != len(arrays_1):
        raise ValueError("operands have different shapes")
    shape_0 = c.shape[0]
    whole = np.empty((2, shape_0), dtype=np.complex128)
    whole[0] = c
    whole[1] = arrays_1
    arrays_0 = s * index
    if len(arrays_0) != len(c):
        raise ValueError("operands have different shapes")
    shape_0_2 = arrays_0.shape[0]
    whole_2 = np.empty((2, shape_0_2), dtype=np.complex128)
    whole_2[0] = arrays_0
    whole_2[1] = c
    if whole.shape[0] != whole_2.shape[0]:
        raise ValueError("operands have different shapes")
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    shape_0_3 = whole.shape[0]
    shape_1 = whole.shape[1]
    whole_3 = np.empty((2, shape_0_3, shape_1), dtype=np.complex128)
    whole_3[0] = whole
    whole_3[1] = whole_2
    return whole_3


def layer_adjoint(index, thickness, wavelength, result_bar, wavelength_bar):
    """The adjoints of index and thickness in layer; the adjoint of wavelength is
    added to wavelength_bar.
    """
    # forward sweep
    delta = 2.0 * np.pi * index * thickness / wavelength
    c = np.cos(delta)
    sin_delta = np.sin(delta)
    s = 1j * sin_delta
    arrays_1 = s / index
    if len(c) != len(arrays_1):
        raise ValueError("operands have different shapes")
    shape_0 = c.shape[0]
    whole = np.empty((2, shape_0), dtype=np.complex128)
    arrays_0 = s * index
    if len(arrays_0) != len(c):
        raise ValueError("operands have different shapes")
    shape_0_2 = arrays_0.shape[0]
    whole_2 = np.empty((2, shape_0_2), dtype=np.complex128)
    if whole.shape[0] != whole_2.shape[0]:
        raise ValueError("operands have different shapes")
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")

    # reverse sweep
    whole_3_bar = result_bar.copy()
    whole_2_bar = whole_3_bar[1].copy()
    whole_3_bar[1] = 0.0
    whole_bar = whole_3_bar[0].copy()
    c_bar = whole_2_bar[1].copy()
    whole_2_bar[1] = 0.0
    arrays_0_bar = whole_2_bar[0].copy()
    s_bar = index * arrays_0_bar
    index_bar = np.sum(s * arrays_0_bar)
    arrays_1_bar = whole_bar[1].copy()
    whole_bar[1] = 0.0
    c_bar += whole_bar[0]
    s_bar += arrays_1_bar / index
    index_bar -= np.sum(arrays_1 * arrays_1_bar / index)
    sin_delta_bar = 1j * s_bar
    delta_bar = np.cos(delta) * sin_delta_bar - np.sin(delta) * c_bar
    product_bar = np.sum(delta_bar / wavelength)
    thickness_bar = np.real(2.0 * np.pi * index * product_bar)
    wavelength_bar += np.real(-delta * delta_bar / wavelength)
    return index_bar + 2.0 * np.pi * thickness * product_bar, thickness_bar


def longer_rows(rows, length, row):
    """The rows in an array with room for `length` of them, or for twice as many."""
    longer = np.empty(
        (max(2 * len(rows), length), row.shape[0], row.shape[1], row.shape[2]),
        dtype=np.complex128,
    )
    for i in range(len(rows)):
        if longer[i].shape != rows[i].shape:
            raise ValueError("longer[i] and rows[i] have different shapes")
        longer[i] = rows[i]
    return longer


def longer_rows_adjoint(rows, length, result_bar, rows_bar, row_bar):
    """The adjoint of rows and row is added to rows_bar, row_bar."""
    # forward sweep
    longer = np.empty(
        (
            max(2 * len(rows), length),
            row_bar.shape[0],
            row_bar.shape[1],
            row_bar.shape[2],
        ),
        dtype=np.complex128,
    )
    for i in range(len(rows)):
        if longer[i].shape != rows[i].shape:
            raise ValueError("longer[i] and rows[i] have different shapes")

    # reverse sweep
    for i in range(len(rows)):
        rows_bar[i] += result_bar[i]


def thin_films_on_glass_vjp(
    indices, losses, thickness, wavelengths, result_0_bar, result_1_bar
):
    """The adjoints of indices, losses, thickness and wavelengths of
    thin_films_on_glass, for the adjoint of its result.
    """
    # forward sweep: saves layers_values, layers_values_bar, condition and others
    if len(indices) != len(losses):
        raise ValueError("indices and losses have different shapes")
    index = indices - 1j * losses
    layers_values = np.empty((0, 0, 0, 0), dtype=np.complex128)
    layers_values_bar = np.zeros_like(layers_values)
    row = index[1:-1]
    layers_values_saved = []
    layers_values_bar_saved = []
    layers_values_saved_2 = []
    condition_saved = np.empty(min(len(row), len(thickness)), dtype=np.bool_)
    for k in range(min(len(row), len(thickness))):
        row_3 = layer(row[k], thickness[k], wavelengths)
        condition = k + 1 > len(layers_values)
        condition_saved[k] = condition
        if condition:
            layers_values_saved.append(layers_values)
            layers_values_bar_saved.append(layers_values_bar)
            layers_values = longer_rows(layers_values, k + 1, row_3)
            layers_values_bar = np.zeros_like(layers_values)
        if layers_values[k, :, :, :].shape != row_3.shape:
            raise ValueError("layers_values[k, :, :, :] and row have different shapes")
        layers_values_saved_2.append(layers_values[k, :, :, :].copy())
        layers_values[k, :, :, :] = row_3
    count = max(min(len(row), len(thickness)), 0)
    iterable = layers_values[:count]
    iterable_bar = layers_values_bar[:count]
    start = 0
    if len(iterable) == 0:
        raise TypeError("reduce() of empty iterable with no initial value")
    else:
        whole = iterable[0]
        whole_bar = iterable_bar[0]
        start = 1
    whole_saved = []
    whole_bar_saved = []
    for k_2 in range(start, len(iterable)):
        whole_saved.append(whole)
        whole_bar_saved.append(whole_bar)
        whole = function_2(whole, iterable[k_2])
        whole_bar = np.zeros_like(whole)
    arrays_0 = np.ones(len(wavelengths)) + 0j
    arrays_1 = index[-1] + 0j * wavelengths
    if len(arrays_0) != len(arrays_1):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0.shape[0]
    ends = np.empty((2, shape_0), dtype=np.complex128)
    ends[0] = arrays_0
    ends[1] = arrays_1
    row_4 = einsum_2(whole, ends)
    if row_4.shape[0] != 2:
        raise ValueError("row_4 is unpacked into 2 names")
    b = row_4[0]
    c = row_4[1]
    back = (indices[0] * b - c) / (indices[0] * b + c)
    abs_result = np.abs(indices[0] * b + c)
    through = 4.0 * indices[0] * indices[-1] / abs_result**2
    abs_back = np.abs(back)

    # reverse sweep
    indices_bar = np.zeros_like(indices)
    thickness_bar = np.zeros_like(thickness)
    value_0_bar = result_0_bar.copy()
    total_bar = result_1_bar / len(through)
    abs_back_bar = 2.0 * abs_back * value_0_bar
    back_bar = np.conj(back) * abs_back_bar / np.where(abs_back != 0.0, abs_back, 1.0)
    through_bar = np.empty_like(through)
    for i in range(len(through)):
        through_bar[i] = total_bar
    product_bar = np.sum(through_bar / abs_result**2)
    indices_bar[0] += 4.0 * indices[-1] * product_bar
    indices_bar[-1] += 4.0 * indices[0] * product_bar
    abs_result_bar = -2.0 * abs_result * through * through_bar / abs_result**2
    row_4_bar = np.zeros_like(row_4)
    b_bar = row_4_bar[0]
    c_bar = row_4_bar[1]
    sum_bar = (
        np.conj(indices[0] * b + c)
        * abs_result_bar
        / np.where(abs_result != 0.0, abs_result, 1.0)
    )
    indices_bar[0] += np.real(np.sum(b * sum_bar))
    b_bar += indices[0] * sum_bar
    c_bar += sum_bar
    difference_bar = back_bar / (indices[0] * b + c)
    indices_bar[0] += np.real(np.sum(b * difference_bar))
    b_bar += indices[0] * difference_bar
    c_bar -= difference_bar
    sum_bar = -back * back_bar / (indices[0] * b + c)
    indices_bar[0] += np.real(np.sum(b * sum_bar))
    b_bar += indices[0] * sum_bar
    c_bar += sum_bar
    ends_bar = np.zeros_like(ends)
    einsum_2_adjoint(whole, ends, row_4_bar, whole_bar, ends_bar)
    arrays_1_bar = ends_bar[1].copy()
    index_bar = np.zeros_like(index)
    index_bar[-1] += np.sum(arrays_1_bar)
    wavelengths_bar = np.real(0j * arrays_1_bar)
    for k_2 in range(len(iterable) - 1, start - 1, -1):
        whole_new_bar = whole_bar
        whole = whole_saved.pop()
        whole_bar = whole_bar_saved.pop()
        function_2_adjoint(
            whole, iterable[k_2], whole_new_bar, whole_bar, iterable_bar[k_2]
        )
    row_bar = index_bar[1:-1]
    for k in range(min(len(row), len(thickness)) - 1, -1, -1):
        layers_values[k, :, :, :] = layers_values_saved_2.pop()
        n = row[k]
        d = thickness[k]
        row_3_bar = layers_values_bar[k, :, :, :].copy()
        layers_values_bar[k, :, :, :] = 0.0
        if condition_saved[k]:
            layers_values_new_bar = layers_values_bar
            layers_values = layers_values_saved.pop()
            layers_values_bar = layers_values_bar_saved.pop()
            longer_rows_adjoint(
                layers_values,
                k + 1,
                layers_values_new_bar,
                layers_values_bar,
                row_3_bar,
            )
        n_bar, d_bar = layer_adjoint(n, d, wavelengths, row_3_bar, wavelengths_bar)
        thickness_bar[k] += d_bar
        row_bar[k] += n_bar
    indices_bar += np.real(index_bar)
    return indices_bar, np.real(-1j * index_bar), thickness_bar, wavelengths_bar
