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


def front_that_burns_vjp(
    phi, speed, wind, curvature, dt, steps, result_0_bar, result_1_bar
):
    """The adjoints of phi, speed, wind, curvature and dt of front_that_burns, for
    the adjoint of its result.
    """
    # forward sweep: saves phi_2, along, bend, f, size, dx, dy, grow, up and others
    phi_2 = phi
    phi_2_saved = []
    along_saved = []
    bend_saved = []
    f_saved = []
    size_saved = []
    dx_saved = []
    dy_saved = []
    grow_saved = []
    up_saved = []
    down_saved = []
    right_saved = []
    left_saved = []
    p_saved = []
    longer_saved = []
    for k in range(steps):
        longer = continued(phi_2)
        longer_saved.append(longer)
        p = continued_2(longer)
        p_saved.append(p)
        if phi_2.shape != p[1:-1, :-2].shape:
            raise ValueError("phi and p[1:-1, :-2] have different shapes")
        left = np.empty_like(phi_2)
        left_saved.append(left)
        right = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
        right_saved.append(right)
        down = np.empty_like(phi_2)
        down_saved.append(down)
        for i in range(phi_2.shape[0]):
            for j in range(phi_2.shape[1]):
                left[i, j] = phi_2[i, j] - p[i + 1, j]
                down[i, j] = phi_2[i, j] - p[i, j + 1]
        up = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
        up_saved.append(up)
        for i in range(p.shape[0] - 2):
            for j in range(p.shape[1] - 2):
                right[i, j] = p[i + 1, j + 2] - phi_2[i, j]
                up[i, j] = p[i + 2, j + 1] - phi_2[i, j]
        grow = np.empty_like(phi_2)
        grow_saved.append(grow)
        for i in range(left.shape[0]):
            for j in range(left.shape[1]):
                minimum_result = np.minimum(right[i, j], 0.0)
                grow[i, j] = np.maximum(left[i, j], 0.0) ** 2 + minimum_result**2
                minimum_result = np.minimum(up[i, j], 0.0)
                grow[i, j] += np.maximum(down[i, j], 0.0) ** 2 + minimum_result**2
        first = 1.0
        dy = slopes(phi_2, first)
        dy_saved.append(dy)
        dx = slopes_2(phi_2, first)
        dx_saved.append(dx)
        if dx.shape[0] != dy.shape[0]:
            raise ValueError("dx and dy have different shapes")
        if dx.shape[1] != dy.shape[1]:
            raise ValueError("dx and dy have different shapes")
        size = np.empty_like(dx)
        size_saved.append(size)
        f = np.empty_like(dx)
        f_saved.append(f)
        spacing = 1.0
        f_2 = np.empty_like(dy)
        for i in range(dx.shape[0]):
            for j in range(dx.shape[1]):
                size[i, j] = np.sqrt(dx[i, j] ** 2 + dy[i, j] ** 2 + 1e-06)
                f[i, j] = dx[i, j] / size[i, j]
                f_2[i, j] = dy[i, j] / size[i, j]
        spacing_2 = 1.0
        slopes_2_result = slopes_2(f, spacing)
        slopes_result = slopes(f_2, spacing_2)
        bend = np.empty_like(slopes_2_result)
        bend_saved.append(bend)
        wind_0 = wind[0]
        wind_1 = wind[1]
        along = np.empty_like(dx)
        along_saved.append(along)
        for i in range(dx.shape[0]):
            for j in range(dx.shape[1]):
                bend[i, j] = slopes_2_result[i, j] + slopes_result[i, j]
                maximum_result = np.maximum(wind_0 * dx[i, j] + wind_1 * dy[i, j], 0.0)
                along[i, j] = maximum_result / size[i, j]
        if dx.shape[0] != left.shape[0]:
            raise ValueError("along and grow have different shapes")
        if dx.shape[1] != left.shape[1]:
            raise ValueError("along and grow have different shapes")
        phi_new = np.empty_like(phi_2)
        for i in range(phi_2.shape[0]):
            for j in range(phi_2.shape[1]):
                root = np.sqrt(grow[i, j] + 1e-06)
                term_2 = curvature * bend[i, j] * size[i, j]
                factor = (speed + along[i, j]) * root - term_2
                term = dt * factor
                phi_new[i, j] = phi_2[i, j] - term
        phi_2_saved.append(phi_2)
        phi_2 = phi_new
    burnt = np.empty_like(phi_2)

    # reverse sweep
    wind_bar = np.zeros_like(wind)
    phi_2_bar = result_0_bar.copy()
    burnt_bar = np.empty_like(burnt)
    for i in range(burnt.shape[0]):
        for j in range(burnt.shape[1]):
            burnt_bar[i, j] = result_1_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(phi_2.shape[0]):
        for j in range(phi_2.shape[1]):
            tanh_result = np.tanh(phi_2[i, j] / 0.5)
            phi_2_bar[i, j] -= (1.0 - tanh_result**2) * burnt_bar[i, j]
    dt_bar = 0.0
    curvature_bar = 0.0
    speed_bar = 0.0
    for k in range(steps - 1, -1, -1):
        phi_2 = phi_2_saved.pop()
        phi_new_bar = phi_2_bar
        phi_2_bar = np.empty_like(phi_2)
        along = along_saved.pop()
        bend = bend_saved.pop()
        size = size_saved.pop()
        grow = grow_saved.pop()
        grow_bar = np.empty_like(grow)
        size_bar = np.empty_like(size)
        bend_bar = np.empty_like(bend)
        along_bar = np.empty_like(along)
        for i in range(phi_2.shape[0]):
            for j in range(phi_2.shape[1]):
                root = np.sqrt(grow[i, j] + 1e-06)
                phi_2_bar[i, j] = phi_new_bar[i, j]
                term_3 = curvature * bend[i, j] * size[i, j]
                factor_2 = term_3 - (speed + along[i, j]) * root
                dt_bar += factor_2 * phi_new_bar[i, j]
                difference_bar = -dt * phi_new_bar[i, j]
                speed_bar += root * difference_bar
                along_bar[i, j] = root * difference_bar
                root_bar = (speed + along[i, j]) * difference_bar
                curvature_bar -= bend[i, j] * size[i, j] * difference_bar
                bend_bar[i, j] = -curvature * size[i, j] * difference_bar
                size_bar[i, j] = -curvature * bend[i, j] * difference_bar
                grow_bar[i, j] = root_bar / (2.0 * root)
        dx = dx_saved.pop()
        dy = dy_saved.pop()
        wind_0 = wind[0]
        wind_1 = wind[1]
        dy_bar = np.empty_like(dy)
        dx_bar = np.empty_like(dx)
        slopes_2_result_bar = np.empty_like(bend)
        slopes_result_bar = np.empty_like(slopes_result)
        wind_0_bar = 0.0
        wind_1_bar = 0.0
        for i in range(dx.shape[0]):
            for j in range(dx.shape[1]):
                maximum_result = np.maximum(wind_0 * dx[i, j] + wind_1 * dy[i, j], 0.0)
                numerator_bar = along_bar[i, j] / size[i, j]
                size_bar[i, j] -= maximum_result * numerator_bar / size[i, j]
                sum_bar = (
                    numerator_bar
                    if wind_0 * dx[i, j] + wind_1 * dy[i, j] >= 0.0
                    else 0.0
                )
                wind_0_bar += dx[i, j] * sum_bar
                dx_bar[i, j] = wind_0 * sum_bar
                wind_1_bar += dy[i, j] * sum_bar
                dy_bar[i, j] = wind_1 * sum_bar
                slopes_2_result_bar[i, j] = bend_bar[i, j]
                slopes_result_bar[i, j] = bend_bar[i, j]
        wind_bar[1] += wind_1_bar
        wind_bar[0] += wind_0_bar
        spacing_2 = 1.0
        f_2_bar = np.zeros_like(dy)
        slopes_adjoint(spacing_2, slopes_result_bar, f_2_bar)
        f = f_saved.pop()
        spacing = 1.0
        f_bar = np.zeros_like(f)
        slopes_2_adjoint(f, spacing, slopes_2_result_bar, f_bar)
        for i in range(dx.shape[0]):
            for j in range(dx.shape[1]):
                numerator_bar_2 = f_2_bar[i, j] / size[i, j]
                size_bar[i, j] -= dy[i, j] * numerator_bar_2 / size[i, j]
                numerator_bar = f_bar[i, j] / size[i, j]
                size_bar[i, j] -= dx[i, j] * numerator_bar / size[i, j]
                root = np.sqrt(dx[i, j] ** 2 + dy[i, j] ** 2 + 1e-06)
                sum_bar = size_bar[i, j] / (2.0 * root)
                dx_bar[i, j] += numerator_bar + 2.0 * dx[i, j] * sum_bar
                dy_bar[i, j] += numerator_bar_2 + 2.0 * dy[i, j] * sum_bar
        first = 1.0
        slopes_2_adjoint(phi_2, first, dx_bar, phi_2_bar)
        slopes_adjoint(first, dy_bar, phi_2_bar)
        up = up_saved.pop()
        down = down_saved.pop()
        right = right_saved.pop()
        left = left_saved.pop()
        left_bar = np.empty_like(left)
        right_bar = np.zeros_like(right)
        down_bar = np.empty_like(down)
        up_bar = np.zeros_like(up)
        for i in range(left.shape[0]):
            for j in range(left.shape[1]):
                maximum_result = np.maximum(down[i, j], 0.0)
                minimum_result = np.minimum(up[i, j], 0.0)
                maximum_result_bar = 2.0 * maximum_result * grow_bar[i, j]
                minimum_result_bar = 2.0 * minimum_result * grow_bar[i, j]
                up_bar[i, j] += minimum_result_bar if up[i, j] <= 0.0 else 0.0
                down_bar[i, j] = maximum_result_bar if down[i, j] >= 0.0 else 0.0
                maximum_result = np.maximum(left[i, j], 0.0)
                minimum_result = np.minimum(right[i, j], 0.0)
                maximum_result_bar = 2.0 * maximum_result * grow_bar[i, j]
                minimum_result_bar = 2.0 * minimum_result * grow_bar[i, j]
                right_bar[i, j] += minimum_result_bar if right[i, j] <= 0.0 else 0.0
                left_bar[i, j] = maximum_result_bar if left[i, j] >= 0.0 else 0.0
        p = p_saved.pop()
        p_bar = np.zeros_like(p)
        for i in range(p.shape[0] - 2):
            for j in range(p.shape[1] - 2):
                p_bar[i + 2, j + 1] += up_bar[i, j]
                p_bar[i + 1, j + 2] += right_bar[i, j]
                phi_2_bar[i, j] -= up_bar[i, j] + right_bar[i, j]
        for i in range(phi_2.shape[0]):
            for j in range(phi_2.shape[1]):
                p_bar[i, j + 1] -= down_bar[i, j]
                phi_2_bar[i, j] += down_bar[i, j] + left_bar[i, j]
                p_bar[i + 1, j] -= left_bar[i, j]
        longer = longer_saved.pop()
        longer_bar = np.zeros_like(longer)
        continued_2_adjoint(p_bar, longer_bar)
        continued_adjoint(longer_bar, phi_2_bar)
    return phi_2_bar, speed_bar, wind_bar, curvature_bar, dt_bar
