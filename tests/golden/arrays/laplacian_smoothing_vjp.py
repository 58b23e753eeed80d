import numpy as np


def bincount(x, minlength):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, minlength)
    counts = np.zeros(size, np.int64)
    for i in range(len(x)):
        counts[x[i]] += 1
    return counts


def cross(a, b):
    """The vectors that stand on pairs of vectors in space."""
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )
        for j in range(shape_1):
            result[i, j] = array_result[j]
    return result


def cross_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )

    # forward and reverse in one sweep: the iterations are independent
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        array_result_bar = np.zeros_like(array_result)
        for j in range(shape_1):
            array_result_bar[j] += result_bar[i, j]
        a_i_bar = a_bar[i]
        b_i_bar = b_bar[i]
        a_i_bar[2] += b_i[0] * array_result_bar[1] - b_i[1] * array_result_bar[0]
        b_i_bar[2] += a_i[1] * array_result_bar[0] - a_i[0] * array_result_bar[1]
        a_i_bar[0] += b_i[1] * array_result_bar[2] - b_i[2] * array_result_bar[1]
        b_i_bar[1] += a_i[0] * array_result_bar[2] - a_i[2] * array_result_bar[0]
        a_i_bar[1] += b_i[2] * array_result_bar[0] - b_i[0] * array_result_bar[2]
        b_i_bar[0] += a_i[2] * array_result_bar[1] - a_i[1] * array_result_bar[2]


def laplacian_smoothing_vjp(points, edges, faces, step, sweeps, result_bar):
    """The adjoints of points and step of laplacian_smoothing, for the adjoint of its
    result.
    """
    # forward sweep: saves points_2, volume, pull, cbrt_result, total and cross_result
    degree = bincount(np.reshape(np.ascontiguousarray(edges), -1), len(points))[:, None]
    volume = 0.0
    points_2 = points
    points_2_saved = []
    points_2_saved_2 = []
    volume_saved = np.empty(sweeps + 1)
    pull_saved = []
    cbrt_result_saved = np.empty(sweeps + 1)
    total_saved = np.empty(sweeps + 1)
    cross_result_saved = []
    for k in range(sweeps + 1):
        index = faces[:, 0]
        index_2 = faces[:, 1]
        index_3 = faces[:, 2]
        a = points_2[index]
        b = points_2[index_2]
        c = points_2[index_3]
        cross_result = cross(b, c)
        cross_result_saved.append(cross_result)
        if a.shape[1] != cross_result.shape[1]:
            raise ValueError("a and cross_result have different shapes")
        total = 0.0
        for i in range(faces.shape[0]):
            for j in range(b.shape[1]):
                total += a[i, j] * cross_result[i, j]
        total_saved[k] = total
        now = total / 6.0
        if k == 0:
            volume_saved[k] = volume
            volume = now
        else:
            cbrt_result = np.cbrt(volume / now)
            cbrt_result_saved[k] = cbrt_result
            points_new = np.empty_like(points_2)
            for i in range(points_2.shape[0]):
                for j in range(points_2.shape[1]):
                    points_new[i, j] = points_2[i, j] * cbrt_result
            points_2_saved.append(points_2)
            points_2 = points_new
        if k < sweeps:
            pull = np.zeros_like(points_2)
            pull_saved.append(pull)
            index_4 = edges[:, 1]
            index_5 = edges[:, 0]
            index_6 = edges[:, 0]
            values = np.empty((edges.shape[0], points_2.shape[1]))
            index_7 = edges[:, 0]
            index_8 = edges[:, 1]
            index_9 = edges[:, 1]
            values_2 = np.empty((edges.shape[0], points_2.shape[1]))
            for i in range(edges.shape[0]):
                for j in range(points_2.shape[1]):
                    values[i, j] = points_2[index_4[i], j] - points_2[index_5[i], j]
                    values_2[i, j] = points_2[index_7[i], j] - points_2[index_8[i], j]
            for k_2 in range(len(index_6)):
                index_6_part = index_6[k_2]
                for i in range(pull.shape[1]):
                    pull[index_6_part, i] += values[k_2, i]
            for k_3 in range(len(index_9)):
                index_9_part = index_9[k_3]
                for i in range(pull.shape[1]):
                    pull[index_9_part, i] += values_2[k_3, i]
            if pull.shape[0] != degree.shape[0]:
                raise ValueError("pull and degree have different shapes")
            points_new_2 = np.empty_like(points_2)
            for i in range(points_2.shape[0]):
                for j in range(points_2.shape[1]):
                    term = step * pull[i, j] / degree[i, 0]
                    points_new_2[i, j] = points_2[i, j] + term
            points_2_saved_2.append(points_2)
            points_2 = points_new_2

    # reverse sweep
    points_2_bar = result_bar.copy()
    volume_bar = 0.0
    step_bar = 0.0
    for k in range(sweeps, -1, -1):
        if k < sweeps:
            points_2 = points_2_saved_2.pop()
            points_new_2_bar = points_2_bar
            points_2_bar = np.empty_like(points_2)
            pull = pull_saved.pop()
            pull_bar = np.empty_like(pull)
            for i in range(points_2.shape[0]):
                for j in range(points_2.shape[1]):
                    points_2_bar[i, j] = points_new_2_bar[i, j]
                    product_bar = points_new_2_bar[i, j] / degree[i, 0]
                    step_bar += pull[i, j] * product_bar
                    pull_bar[i, j] = step * product_bar
            index_9 = edges[:, 1]
            values_2_bar = np.zeros((edges.shape[0], points_2.shape[1]))
            for k_3 in range(len(index_9)):
                index_9_part = index_9[k_3]
                for i in range(pull.shape[1]):
                    values_2_bar[k_3, i] += pull_bar[index_9_part, i]
            index_6 = edges[:, 0]
            values_bar = np.zeros((edges.shape[0], points_2.shape[1]))
            for k_2 in range(len(index_6)):
                index_6_part = index_6[k_2]
                for i in range(pull.shape[1]):
                    values_bar[k_2, i] += pull_bar[index_6_part, i]
            index_4 = edges[:, 1]
            index_5 = edges[:, 0]
            index_7 = edges[:, 0]
            index_8 = edges[:, 1]
            for i in range(edges.shape[0]):
                for j in range(points_2.shape[1]):
                    points_2_bar[index_7[i], j] += values_2_bar[i, j]
                    points_2_bar[index_8[i], j] -= values_2_bar[i, j]
                    points_2_bar[index_4[i], j] += values_bar[i, j]
                    points_2_bar[index_5[i], j] -= values_bar[i, j]
        now = total_saved[k] / 6.0
        if k == 0:
            volume = volume_saved[k]
            now_bar = volume_bar
            volume_bar = 0.0
        else:
            points_2 = points_2_saved.pop()
            points_new_bar = points_2_bar
            points_2_bar = np.empty_like(points_2)
            cbrt_result = cbrt_result_saved[k]
            cbrt_result_bar = 0.0
            for i in range(points_2.shape[0]):
                for j in range(points_2.shape[1]):
                    points_2_bar[i, j] = cbrt_result * points_new_bar[i, j]
                    cbrt_result_bar += points_2[i, j] * points_new_bar[i, j]
            numerator_bar = cbrt_result_bar / (3.0 * cbrt_result**2) / now
            volume_bar += numerator_bar
            now_bar = -volume * numerator_bar / now
        total_bar = now_bar / 6.0
        cross_result = cross_result_saved.pop()
        index = faces[:, 0]
        index_2 = faces[:, 1]
        a = points_2[index]
        b = points_2[index_2]
        a_bar = np.zeros_like(a)
        cross_result_bar = np.zeros_like(cross_result)
        for i in range(faces.shape[0]):
            for j in range(b.shape[1]):
                a_bar[i, j] += cross_result[i, j] * total_bar
                cross_result_bar[i, j] += a[i, j] * total_bar
        index_3 = faces[:, 2]
        c = points_2[index_3]
        b_bar = np.zeros_like(b)
        c_bar = np.zeros_like(c)
        cross_adjoint(b, c, cross_result_bar, b_bar, c_bar)
        for k_4 in range(len(index_3)):
            points_2_bar[index_3[k_4]] += c_bar[k_4]
        for k_5 in range(len(index_2)):
            points_2_bar[index_2[k_5]] += b_bar[k_5]
        for k_6 in range(len(index)):
            points_2_bar[index[k_6]] += a_bar[k_6]
    return points_2_bar, step_bar
