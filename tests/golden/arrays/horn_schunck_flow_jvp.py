import numpy as np


def continued_2_tangent(a, a_dot):
    """continued_2 and its tangent."""
    length = a.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole_dot = np.zeros((a.shape[0], length_2))
    whole = np.empty((a.shape[0], length_2))
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(1 + length + 1):
        min_result = min(max(i - 1, 0), length - 1)
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[min_result, j]
            place[i, j] = rows[min_result, j]
    return whole, whole_dot


def continued_tangent(a, a_dot):
    """continued and its tangent."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole_dot = np.empty((length_2, a.shape[1]))
    whole = np.empty((length_2, a.shape[1]))
    for i in range(1 + length + 1):
        min_result = min(max(i - 1, 0), length - 1)
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[min_result, j]
            whole[i, j] = a[min_result, j]
    return whole, whole_dot


def slopes_3_tangent(f, spacing, f_dot):
    """slopes_3 and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        result_dot[i] = (f_dot[i + 1] - f_dot[i - 1]) / (2.0 * spacing)
        result[i] = (f[i + 1] - f[i - 1]) / (2.0 * spacing)
    result_dot[0] = (f_dot[1] - f_dot[0]) / spacing
    result[0] = (f[1] - f[0]) / spacing
    result_dot[last] = (f_dot[last] - f_dot[last - 1]) / spacing
    result[last] = (f[last] - f[last - 1]) / spacing
    return result, result_dot


def slopes_2_tangent(f, spacing, f_dot):
    """slopes_2 and its tangent."""
    result_dot = np.empty_like(f)
    result = np.empty_like(f)
    for i in range(len(f)):
        slopes_3_result, slopes_3_result_dot = slopes_3_tangent(f[i], spacing, f_dot[i])
        for j in range(f.shape[1]):
            result_dot[i, j] = slopes_3_result_dot[j]
            result[i, j] = slopes_3_result[j]
    return result, result_dot


def slopes_tangent(f, spacing, f_dot):
    """slopes and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        for j in range(f.shape[1]):
            result_dot[i, j] = (f_dot[i + 1, j] - f_dot[i - 1, j]) / (2.0 * spacing)
            result[i, j] = (f[i + 1, j] - f[i - 1, j]) / (2.0 * spacing)
    for i in range(f.shape[1]):
        result_dot[0, i] = (f_dot[1, i] - f_dot[0, i]) / spacing
        result[0, i] = (f[1, i] - f[0, i]) / spacing
        result_dot[last, i] = (f_dot[last, i] - f_dot[last - 1, i]) / spacing
        result[last, i] = (f[last, i] - f[last - 1, i]) / spacing
    return result, result_dot


def horn_schunck_flow_jvp(
    first, second, alpha, sweeps, first_dot, second_dot, alpha_dot
):
    """The value of horn_schunck_flow, and its derivative in the direction first_dot,
    second_dot, alpha_dot.
    """
    if first.shape != second.shape:
        raise ValueError("first and second have different shapes")
    f_dot = np.empty_like(first)
    f = np.empty_like(first)
    first_2 = 1.0
    gt_dot = np.empty_like(second)
    gt = np.empty_like(second)
    for i in range(first.shape[0]):
        for j in range(first.shape[1]):
            f_dot[i, j] = 0.5 * (first_dot[i, j] + second_dot[i, j])
            f[i, j] = 0.5 * (first[i, j] + second[i, j])
            gt_dot[i, j] = second_dot[i, j] - first_dot[i, j]
            gt[i, j] = second[i, j] - first[i, j]
    gy, gy_dot = slopes_tangent(f, first_2, f_dot)
    gx, gx_dot = slopes_2_tangent(f, first_2, f_dot)
    u_dot = np.zeros_like(first)
    u = np.zeros_like(first)
    v_dot = np.zeros_like(first)
    v = np.zeros_like(first)
    for _ in range(sweeps):
        longer, longer_dot = continued_tangent(u, u_dot)
        longer_2, longer_2_dot = continued_tangent(v, v_dot)
        p_2, p_2_dot = continued_2_tangent(longer, longer_dot)
        p_3, p_3_dot = continued_2_tangent(longer_2, longer_2_dot)
        mean_0_dot = np.zeros((max(p_2.shape[0] - 2, 0), max(p_2.shape[1] - 2, 0)))
        mean_0 = np.empty((max(p_2.shape[0] - 2, 0), max(p_2.shape[1] - 2, 0)))
        for i in range(p_2.shape[0] - 2):
            for j in range(p_2.shape[1] - 2):
                factor = (
                    p_2_dot[i + 2, j + 1]
                    + p_2_dot[i, j + 1]
                    + p_2_dot[i + 1, j + 2]
                    + p_2_dot[i + 1, j]
                )
                mean_0_dot[i, j] = 0.25 * factor
                factor_2 = (
                    p_2[i + 2, j + 1]
                    + p_2[i, j + 1]
                    + p_2[i + 1, j + 2]
                    + p_2[i + 1, j]
                )
                mean_0[i, j] = 0.25 * factor_2
        mean_1_dot = np.zeros((max(p_3.shape[0] - 2, 0), max(p_3.shape[1] - 2, 0)))
        mean_1 = np.empty((max(p_3.shape[0] - 2, 0), max(p_3.shape[1] - 2, 0)))
        for i in range(p_3.shape[0] - 2):
            for j in range(p_3.shape[1] - 2):
                factor_3 = (
                    p_3_dot[i + 2, j + 1]
                    + p_3_dot[i, j + 1]
                    + p_3_dot[i + 1, j + 2]
                    + p_3_dot[i + 1, j]
                )
                mean_1_dot[i, j] = 0.25 * factor_3
                factor_4 = (
                    p_3[i + 2, j + 1]
                    + p_3[i, j + 1]
                    + p_3[i + 1, j + 2]
                    + p_3[i + 1, j]
                )
                mean_1[i, j] = 0.25 * factor_4
        if first.shape[0] != max(p_2.shape[0] - 2, 0):
            raise ValueError("gx and mean have different shapes")
        if first.shape[1] != max(p_2.shape[1] - 2, 0):
            raise ValueError("gx and mean have different shapes")
        if first.shape[0] != max(p_3.shape[0] - 2, 0):
            raise ValueError("gy and mean have different shapes")
        if first.shape[1] != max(p_3.shape[1] - 2, 0):
            raise ValueError("gy and mean have different shapes")
        power_dot = 2.0 * alpha * alpha_dot
        power = alpha**2
        u_dot = np.zeros((max(p_2.shape[0] - 2, 0), max(p_2.shape[1] - 2, 0)))
        u = np.empty((max(p_2.shape[0] - 2, 0), max(p_2.shape[1] - 2, 0)))
        v_dot = np.zeros((max(p_3.shape[0] - 2, 0), max(p_3.shape[1] - 2, 0)))
        v = np.empty((max(p_3.shape[0] - 2, 0), max(p_3.shape[1] - 2, 0)))
        for i in range(first.shape[0]):
            for j in range(first.shape[1]):
                factor_5 = gx[i, j] * mean_0[i, j] + gy[i, j] * mean_1[i, j] + gt[i, j]
                step = factor_5 / (power + gx[i, j] ** 2 + gy[i, j] ** 2)
                factor_6 = (
                    gx_dot[i, j] * mean_0[i, j]
                    + gx[i, j] * mean_0_dot[i, j]
                    + (gy_dot[i, j] * mean_1[i, j] + gy[i, j] * mean_1_dot[i, j])
                    + gt_dot[i, j]
                    - step
                    * (
                        power_dot
                        + 2.0 * gx[i, j] * gx_dot[i, j]
                        + 2.0 * gy[i, j] * gy_dot[i, j]
                    )
                )
                step_dot = factor_6 / (power + gx[i, j] ** 2 + gy[i, j] ** 2)
                term = gx_dot[i, j] * step + gx[i, j] * step_dot
                u_dot[i, j] = mean_0_dot[i, j] - term
                u[i, j] = mean_0[i, j] - gx[i, j] * step
                term_2 = gy_dot[i, j] * step + gy[i, j] * step_dot
                v_dot[i, j] = mean_1_dot[i, j] - term_2
                v[i, j] = mean_1[i, j] - gy[i, j] * step
    if u.shape[0] != v.shape[0]:
        raise ValueError("operands have different shapes")
    if u.shape[1] != v.shape[1]:
        raise ValueError("operands have different shapes")
    shape_0 = u.shape[0]
    shape_1 = u.shape[1]
    whole_dot = np.zeros((2, shape_0, shape_1))
    whole = np.empty((2, shape_0, shape_1))
    for i in range(shape_0):
        for j in range(shape_1):
            whole_dot[0, i, j] = u_dot[i, j]
            whole[0, i, j] = u[i, j]
            whole_dot[1, i, j] = v_dot[i, j]
            whole[1, i, j] = v[i, j]
    return whole, whole_dot
