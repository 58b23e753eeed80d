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


def front_that_burns_jvp(
    phi,
    speed,
    wind,
    curvature,
    dt,
    steps,
    phi_dot,
    speed_dot,
    wind_dot,
    curvature_dot,
    dt_dot,
):
    """The value of front_that_burns, and its derivative in the direction phi_dot,
    speed_dot, wind_dot, curvature_dot, dt_dot.
    """
    for _ in range(steps):
        longer, longer_dot = continued_tangent(phi, phi_dot)
        p, p_dot = continued_2_tangent(longer, longer_dot)
        if phi.shape != p[1:-1, :-2].shape:
            raise ValueError("phi and p[1:-1, :-2] have different shapes")
        left_dot = np.empty_like(phi)
        left = np.empty_like(phi)
        right_dot = np.zeros((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
        right = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
        down_dot = np.empty_like(phi)
        down = np.empty_like(phi)
        for i in range(phi.shape[0]):
            for j in range(phi.shape[1]):
                left_dot[i, j] = phi_dot[i, j] - p_dot[i + 1, j]
                left[i, j] = phi[i, j] - p[i + 1, j]
                down_dot[i, j] = phi_dot[i, j] - p_dot[i, j + 1]
                down[i, j] = phi[i, j] - p[i, j + 1]
        up_dot = np.zeros((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
        up = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
        for i in range(p.shape[0] - 2):
            for j in range(p.shape[1] - 2):
                right_dot[i, j] = p_dot[i + 1, j + 2] - phi_dot[i, j]
                right[i, j] = p[i + 1, j + 2] - phi[i, j]
                up_dot[i, j] = p_dot[i + 2, j + 1] - phi_dot[i, j]
                up[i, j] = p[i + 2, j + 1] - phi[i, j]
        grow_dot = np.zeros_like(phi)
        grow = np.empty_like(phi)
        for i in range(left.shape[0]):
            for j in range(left.shape[1]):
                maximum_result_dot = left_dot[i, j] if left[i, j] >= 0.0 else 0.0
                maximum_result = np.maximum(left[i, j], 0.0)
                minimum_result_dot = right_dot[i, j] if right[i, j] <= 0.0 else 0.0
                minimum_result = np.minimum(right[i, j], 0.0)
                term = 2.0 * minimum_result * minimum_result_dot
                grow_dot[i, j] = 2.0 * maximum_result * maximum_result_dot + term
                grow[i, j] = maximum_result**2 + minimum_result**2
                maximum_result_dot = down_dot[i, j] if down[i, j] >= 0.0 else 0.0
                maximum_result = np.maximum(down[i, j], 0.0)
                minimum_result_dot = up_dot[i, j] if up[i, j] <= 0.0 else 0.0
                minimum_result = np.minimum(up[i, j], 0.0)
                term_2 = 2.0 * minimum_result * minimum_result_dot
                grow_dot[i, j] += 2.0 * maximum_result * maximum_result_dot + term_2
                grow[i, j] += maximum_result**2 + minimum_result**2
        first = 1.0
        dy, dy_dot = slopes_tangent(phi, first, phi_dot)
        dx, dx_dot = slopes_2_tangent(phi, first, phi_dot)
        if dx.shape[0] != dy.shape[0]:
            raise ValueError("dx and dy have different shapes")
        if dx.shape[1] != dy.shape[1]:
            raise ValueError("dx and dy have different shapes")
        size_dot = np.empty_like(dx)
        size = np.empty_like(dx)
        f_dot = np.empty_like(dx)
        f = np.empty_like(dx)
        spacing = 1.0
        f_2_dot = np.zeros_like(dy)
        f_2 = np.empty_like(dy)
        for i in range(dx.shape[0]):
            for j in range(dx.shape[1]):
                root = np.sqrt(dx[i, j] ** 2 + dy[i, j] ** 2 + 1e-06)
                factor = 2.0 * dx[i, j] * dx_dot[i, j] + 2.0 * dy[i, j] * dy_dot[i, j]
                root_dot = factor / (2.0 * root)
                size_dot[i, j] = root_dot
                size[i, j] = root
                quotient = dx[i, j] / size[i, j]
                f_dot[i, j] = (dx_dot[i, j] - quotient * size_dot[i, j]) / size[i, j]
                f[i, j] = quotient
                quotient = dy[i, j] / size[i, j]
                f_2_dot[i, j] = (dy_dot[i, j] - quotient * size_dot[i, j]) / size[i, j]
                f_2[i, j] = quotient
        spacing_2 = 1.0
        slopes_2_result, slopes_2_result_dot = slopes_2_tangent(f, spacing, f_dot)
        slopes_result, slopes_result_dot = slopes_tangent(f_2, spacing_2, f_2_dot)
        bend_dot = np.zeros_like(slopes_2_result)
        bend = np.empty_like(slopes_2_result)
        wind_0_dot = wind_dot[0]
        wind_0 = wind[0]
        wind_1_dot = wind_dot[1]
        wind_1 = wind[1]
        along_dot = np.empty_like(dx)
        along = np.empty_like(dx)
        for i in range(dx.shape[0]):
            for j in range(dx.shape[1]):
                bend_dot[i, j] = slopes_2_result_dot[i, j] + slopes_result_dot[i, j]
                bend[i, j] = slopes_2_result[i, j] + slopes_result[i, j]
                maximum_result_dot = (
                    wind_0_dot * dx[i, j]
                    + wind_0 * dx_dot[i, j]
                    + (wind_1_dot * dy[i, j] + wind_1 * dy_dot[i, j])
                    if wind_0 * dx[i, j] + wind_1 * dy[i, j] >= 0.0
                    else 0.0
                )
                maximum_result = np.maximum(wind_0 * dx[i, j] + wind_1 * dy[i, j], 0.0)
                quotient = maximum_result / size[i, j]
                factor_2 = maximum_result_dot - quotient * size_dot[i, j]
                quotient_dot = factor_2 / size[i, j]
                along_dot[i, j] = quotient_dot
                along[i, j] = quotient
        if dx.shape[0] != left.shape[0]:
            raise ValueError("along and grow have different shapes")
        if dx.shape[1] != left.shape[1]:
            raise ValueError("along and grow have different shapes")
        phi_new_dot = np.empty_like(phi)
        phi_new = np.empty_like(phi)
        for i in range(phi.shape[0]):
            for j in range(phi.shape[1]):
                root = np.sqrt(grow[i, j] + 1e-06)
                root_dot = grow_dot[i, j] / (2.0 * root)
                factor_3 = (
                    (speed_dot + along_dot[i, j]) * root
                    + (speed + along[i, j]) * root_dot
                    - (
                        (curvature_dot * bend[i, j] + curvature * bend_dot[i, j])
                        * size[i, j]
                        + curvature * bend[i, j] * size_dot[i, j]
                    )
                )
                term_4 = dt * factor_3
                term_6 = curvature * bend[i, j] * size[i, j]
                factor_4 = (speed + along[i, j]) * root - term_6
                term_5 = dt_dot * factor_4
                term_3 = term_5 + term_4
                phi_new_dot[i, j] = phi_dot[i, j] - term_3
                term_8 = curvature * bend[i, j] * size[i, j]
                factor_5 = (speed + along[i, j]) * root - term_8
                term_7 = dt * factor_5
                phi_new[i, j] = phi[i, j] - term_7
        phi_dot = phi_new_dot
        phi = phi_new
    burnt_dot = np.empty_like(phi)
    burnt = np.empty_like(phi)
    for i in range(phi.shape[0]):
        for j in range(phi.shape[1]):
            tanh_result = np.tanh(phi[i, j] / 0.5)
            burnt_dot[i, j] = -(1.0 - tanh_result**2) * phi_dot[i, j]
            burnt[i, j] = 0.5 * (1.0 - tanh_result)
    total_dot = 0.0
    total = 0.0
    for i in range(burnt.shape[0]):
        for j in range(burnt.shape[1]):
            total_dot += burnt_dot[i, j]
            total += burnt[i, j]
    return phi, total, phi_dot, total_dot
