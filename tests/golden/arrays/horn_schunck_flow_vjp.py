import numpy as np


def continued(a):
    """An array continued at both ends along an axis."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole = np.empty((length_2, a.shape[1]))
    for i in range(1 + length + 1):
        min_result = min(max(i - 1, 0), length - 1)
        for j in range(a.shape[1]):
            whole[i, j] = a[min_result, j]
    return whole


def continued_2(a):
    """An array continued at both ends along an axis."""
    length = a.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole = np.empty((a.shape[0], length_2))
    place = whole.T
    rows = a.T
    for i in range(1 + length + 1):
        min_result = min(max(i - 1, 0), length - 1)
        for j in range(a.shape[0]):
            place[i, j] = rows[min_result, j]
    return whole


def continued_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(1 + length + 1):
        min_result = min(max(i - 1, 0), length - 1)
        for j in range(a_bar.shape[0]):
            rows_bar[min_result, j] += place_bar[i, j]


def continued_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # forward and reverse in one sweep: the iterations are independent
    for i in range(1 + length + 1):
        min_result = min(max(i - 1, 0), length - 1)
        for j in range(a_bar.shape[1]):
            a_bar[min_result, j] += result_bar[i, j]


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


def slopes_3_adjoint(spacing, result_bar, f_bar):
    """The adjoint of f is added to f_bar."""
    # forward sweep
    last = len(f_bar) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")

    # reverse sweep
    result_bar_ = result_bar.copy()
    difference_bar = result_bar_[last] / spacing
    f_bar[last] += difference_bar
    f_bar[last - 1] -= difference_bar
    result_bar_[last] = 0.0
    difference_bar = result_bar_[0] / spacing
    f_bar[1] += difference_bar
    f_bar[0] -= difference_bar
    result_bar_[0] = 0.0
    for i in range(1, last):
        difference_bar = result_bar_[i] / (2.0 * spacing)
        f_bar[i + 1] += difference_bar
        f_bar[i - 1] -= difference_bar


def slopes_2_adjoint(f, spacing, result_bar, f_bar):
    """The adjoint of f is added to f_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(f)):
        slopes_3_result = slopes_3(f[i], spacing)
        slopes_3_result_bar = np.zeros_like(slopes_3_result)
        for j in range(f.shape[1]):
            slopes_3_result_bar[j] += result_bar[i, j]
        slopes_3_adjoint(spacing, slopes_3_result_bar, f_bar[i])


def slopes_adjoint(spacing, result_bar, f_bar):
    """The adjoint of f is added to f_bar."""
    # forward sweep
    last = len(f_bar) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")

    # reverse sweep
    result_bar_ = result_bar.copy()
    for i in range(f_bar.shape[1]):
        difference_bar = result_bar_[last, i] / spacing
        f_bar[last, i] += difference_bar
        f_bar[last - 1, i] -= difference_bar
        result_bar_[last, i] = 0.0
        difference_bar = result_bar_[0, i] / spacing
        f_bar[1, i] += difference_bar
        f_bar[0, i] -= difference_bar
        result_bar_[0, i] = 0.0
    for i in range(1, last):
        for j in range(f_bar.shape[1]):
            difference_bar = result_bar_[i, j] / (2.0 * spacing)
            f_bar[i + 1, j] += difference_bar
            f_bar[i - 1, j] -= difference_bar


def horn_schunck_flow_vjp(first, second, alpha, sweeps, result_bar):
    """The adjoints of first, second and alpha of horn_schunck_flow, for the adjoint
    of its result.
    """
    # forward sweep: saves v, u, mean_1, mean_0, p_3, p_2, longer_2 and longer
    if first.shape != second.shape:
        raise ValueError("first and second have different shapes")
    f = np.empty_like(first)
    first_2 = 1.0
    gt = np.empty_like(second)
    for i in range(first.shape[0]):
        for j in range(first.shape[1]):
            f[i, j] = 0.5 * (first[i, j] + second[i, j])
            gt[i, j] = second[i, j] - first[i, j]
    gy = slopes(f, first_2)
    gx = slopes_2(f, first_2)
    u = np.zeros_like(first)
    v = np.zeros_like(first)
    v_saved = []
    u_saved = []
    mean_1_saved = []
    mean_0_saved = []
    p_3_saved = []
    p_2_saved = []
    longer_2_saved = []
    longer_saved = []
    for k in range(sweeps):
        longer = continued(u)
        longer_saved.append(longer)
        longer_2 = continued(v)
        longer_2_saved.append(longer_2)
        p_2 = continued_2(longer)
        p_2_saved.append(p_2)
        p_3 = continued_2(longer_2)
        p_3_saved.append(p_3)
        mean_0 = np.empty((max(p_2.shape[0] - 2, 0), max(p_2.shape[1] - 2, 0)))
        mean_0_saved.append(mean_0)
        for i in range(p_2.shape[0] - 2):
            for j in range(p_2.shape[1] - 2):
                factor = (
                    p_2[i + 2, j + 1]
                    + p_2[i, j + 1]
                    + p_2[i + 1, j + 2]
                    + p_2[i + 1, j]
                )
                mean_0[i, j] = 0.25 * factor
        mean_1 = np.empty((max(p_3.shape[0] - 2, 0), max(p_3.shape[1] - 2, 0)))
        mean_1_saved.append(mean_1)
        for i in range(p_3.shape[0] - 2):
            for j in range(p_3.shape[1] - 2):
                factor_2 = (
                    p_3[i + 2, j + 1]
                    + p_3[i, j + 1]
                    + p_3[i + 1, j + 2]
                    + p_3[i + 1, j]
                )
                mean_1[i, j] = 0.25 * factor_2
        if first.shape[0] != max(p_2.shape[0] - 2, 0):
            raise ValueError("gx and mean have different shapes")
        if first.shape[1] != max(p_2.shape[1] - 2, 0):
            raise ValueError("gx and mean have different shapes")
        if first.shape[0] != max(p_3.shape[0] - 2, 0):
            raise ValueError("gy and mean have different shapes")
        if first.shape[1] != max(p_3.shape[1] - 2, 0):
            raise ValueError("gy and mean have different shapes")
        power = alpha**2
        u_saved.append(u)
        u = np.empty((max(p_2.shape[0] - 2, 0), max(p_2.shape[1] - 2, 0)))
        v_saved.append(v)
        v = np.empty((max(p_3.shape[0] - 2, 0), max(p_3.shape[1] - 2, 0)))
        for i in range(first.shape[0]):
            for j in range(first.shape[1]):
                factor_3 = gx[i, j] * mean_0[i, j] + gy[i, j] * mean_1[i, j] + gt[i, j]
                step = factor_3 / (power + gx[i, j] ** 2 + gy[i, j] ** 2)
                u[i, j] = mean_0[i, j] - gx[i, j] * step
                v[i, j] = mean_1[i, j] - gy[i, j] * step
    if u.shape[0] != v.shape[0]:
        raise ValueError("operands have different shapes")
    if u.shape[1] != v.shape[1]:
        raise ValueError("operands have different shapes")
    shape_0 = u.shape[0]
    shape_1 = u.shape[1]

    # reverse sweep
    first_bar = np.empty_like(first)
    second_bar = np.empty_like(second)
    whole_bar = result_bar.copy()
    u_bar = np.zeros_like(u)
    v_bar = np.zeros_like(v)
    for i in range(shape_0):
        for j in range(shape_1):
            v_bar[i, j] += whole_bar[1, i, j]
            whole_bar[1, i, j] = 0.0
            u_bar[i, j] += whole_bar[0, i, j]
    gt_bar = np.zeros_like(gt)
    gy_bar = np.zeros_like(gy)
    gx_bar = np.zeros_like(gx)
    alpha_bar = 0.0
    for k in range(sweeps - 1, -1, -1):
        mean_1 = mean_1_saved.pop()
        mean_0 = mean_0_saved.pop()
        power = alpha**2
        mean_0_bar = np.zeros_like(mean_0)
        mean_1_bar = np.zeros_like(mean_1)
        power_bar = 0.0
        for i in range(first.shape[0]):
            for j in range(first.shape[1]):
                factor_4 = gx[i, j] * mean_0[i, j] + gy[i, j] * mean_1[i, j] + gt[i, j]
                step = factor_4 / (power + gx[i, j] ** 2 + gy[i, j] ** 2)
                gy_bar[i, j] -= step * v_bar[i, j]
                step_bar = -gy[i, j] * v_bar[i, j] - gx[i, j] * u_bar[i, j]
                gx_bar[i, j] -= step * u_bar[i, j]
                numerator_bar = step_bar / (power + gx[i, j] ** 2 + gy[i, j] ** 2)
                gx_bar[i, j] += mean_0[i, j] * numerator_bar
                mean_0_bar[i, j] += u_bar[i, j] + gx[i, j] * numerator_bar
                gy_bar[i, j] += mean_1[i, j] * numerator_bar
                mean_1_bar[i, j] += v_bar[i, j] + gy[i, j] * numerator_bar
                gt_bar[i, j] += numerator_bar
                sum_bar = -step * numerator_bar
                power_bar += sum_bar
                gx_bar[i, j] += 2.0 * gx[i, j] * sum_bar
                gy_bar[i, j] += 2.0 * gy[i, j] * sum_bar
        v = v_saved.pop()
        v_bar = np.zeros_like(v)
        u = u_saved.pop()
        u_bar = np.zeros_like(u)
        alpha_bar += 2.0 * alpha * power_bar
        p_3 = p_3_saved.pop()
        p_3_bar = np.zeros_like(p_3)
        for i in range(p_3.shape[0] - 2):
            for j in range(p_3.shape[1] - 2):
                sum_bar = 0.25 * mean_1_bar[i, j]
                p_3_bar[i + 2, j + 1] += sum_bar
                p_3_bar[i, j + 1] += sum_bar
                p_3_bar[i + 1, j + 2] += sum_bar
                p_3_bar[i + 1, j] += sum_bar
        p_2 = p_2_saved.pop()
        p_2_bar = np.zeros_like(p_2)
        for i in range(p_2.shape[0] - 2):
            for j in range(p_2.shape[1] - 2):
                sum_bar = 0.25 * mean_0_bar[i, j]
                p_2_bar[i + 2, j + 1] += sum_bar
                p_2_bar[i, j + 1] += sum_bar
                p_2_bar[i + 1, j + 2] += sum_bar
                p_2_bar[i + 1, j] += sum_bar
        longer_2 = longer_2_saved.pop()
        longer_2_bar = np.zeros_like(longer_2)
        continued_2_adjoint(p_3_bar, longer_2_bar)
        longer = longer_saved.pop()
        longer_bar = np.zeros_like(longer)
        continued_2_adjoint(p_2_bar, longer_bar)
        continued_adjoint(longer_2_bar, v_bar)
        continued_adjoint(longer_bar, u_bar)
    f_bar = np.zeros_like(f)
    slopes_2_adjoint(f, first_2, gx_bar, f_bar)
    slopes_adjoint(first_2, gy_bar, f_bar)
    for i in range(first.shape[0]):
        for j in range(first.shape[1]):
            first_bar[i, j] = 0.5 * f_bar[i, j] - gt_bar[i, j]
            second_bar[i, j] = gt_bar[i, j] + 0.5 * f_bar[i, j]
    return first_bar, second_bar, alpha_bar
