import numpy as np


def bincount(x, minlength):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, minlength)
    counts = np.zeros(size, np.int64)
    for i in range(len(x)):
        counts[x[i]] += 1
    return counts


def cross_tangent(a, b, a_dot, b_dot):
    """cross and its tangent."""
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result_dot = np.empty((shape_0, shape_1))
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i_dot = a_dot[i]
        a_i = a[i]
        b_i_dot = b_dot[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result_dot = np.array(
            [
                a_i_dot[1] * b_i[2]
                + a_i[1] * b_i_dot[2]
                - (a_i_dot[2] * b_i[1] + a_i[2] * b_i_dot[1]),
                a_i_dot[2] * b_i[0]
                + a_i[2] * b_i_dot[0]
                - (a_i_dot[0] * b_i[2] + a_i[0] * b_i_dot[2]),
                a_i_dot[0] * b_i[1]
                + a_i[0] * b_i_dot[1]
                - (a_i_dot[1] * b_i[0] + a_i[1] * b_i_dot[0]),
            ]
        )
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )
        for j in range(shape_1):
            result_dot[i, j] = array_result_dot[j]
            result[i, j] = array_result[j]
    return result, result_dot


def laplacian_smoothing_jvp(points, edges, faces, step, sweeps, points_dot, step_dot):
    """The value of laplacian_smoothing, and its derivative in the direction
    points_dot, step_dot.
    """
    degree = bincount(np.reshape(np.ascontiguousarray(edges), -1), len(points))[:, None]
    volume_dot = 0.0
    volume = 0.0
    for k in range(sweeps + 1):
        index = faces[:, 0]
        index_2 = faces[:, 1]
        index_3 = faces[:, 2]
        a_dot = points_dot[index].copy()
        a = points[index]
        b_dot = points_dot[index_2].copy()
        b = points[index_2]
        c_dot = points_dot[index_3].copy()
        c = points[index_3]
        cross_result, cross_result_dot = cross_tangent(b, c, b_dot, c_dot)
        if a.shape[1] != cross_result.shape[1]:
            raise ValueError("a and cross_result have different shapes")
        total_dot = 0.0
        total = 0.0
        for i in range(faces.shape[0]):
            for j in range(b.shape[1]):
                term = a[i, j] * cross_result_dot[i, j]
                total_dot += a_dot[i, j] * cross_result[i, j] + term
                total += a[i, j] * cross_result[i, j]
        now_dot = total_dot / 6.0
        now = total / 6.0
        if k == 0:
            volume_dot = now_dot
            volume = now
        else:
            quotient = volume / now
            quotient_dot = (volume_dot - quotient * now_dot) / now
            cbrt_result = np.cbrt(quotient)
            cbrt_result_dot = quotient_dot / (3.0 * cbrt_result**2)
            points_new_dot = np.empty_like(points)
            points_new = np.empty_like(points)
            for i in range(points.shape[0]):
                for j in range(points.shape[1]):
                    term_2 = points[i, j] * cbrt_result_dot
                    points_new_dot[i, j] = points_dot[i, j] * cbrt_result + term_2
                    points_new[i, j] = points[i, j] * cbrt_result
            points_dot = points_new_dot
            points = points_new
        if k < sweeps:
            pull_dot = np.zeros_like(points)
            pull = np.zeros_like(points)
            index_4 = edges[:, 1]
            index_5 = edges[:, 0]
            index_6 = edges[:, 0]
            values_dot = np.zeros((edges.shape[0], points.shape[1]))
            values = np.empty((edges.shape[0], points.shape[1]))
            index_7 = edges[:, 0]
            index_8 = edges[:, 1]
            index_9 = edges[:, 1]
            values_2_dot = np.zeros((edges.shape[0], points.shape[1]))
            values_2 = np.empty((edges.shape[0], points.shape[1]))
            for i in range(edges.shape[0]):
                for j in range(points.shape[1]):
                    values_dot[i, j] = (
                        points_dot[index_4[i], j] - points_dot[index_5[i], j]
                    )
                    values[i, j] = points[index_4[i], j] - points[index_5[i], j]
                    values_2_dot[i, j] = (
                        points_dot[index_7[i], j] - points_dot[index_8[i], j]
                    )
                    values_2[i, j] = points[index_7[i], j] - points[index_8[i], j]
            for k_2 in range(len(index_6)):
                index_6_part = index_6[k_2]
                for i in range(pull.shape[1]):
                    pull_dot[index_6_part, i] += values_dot[k_2, i]
                    pull[index_6_part, i] += values[k_2, i]
            for k_3 in range(len(index_9)):
                index_9_part = index_9[k_3]
                for i in range(pull.shape[1]):
                    pull_dot[index_9_part, i] += values_2_dot[k_3, i]
                    pull[index_9_part, i] += values_2[k_3, i]
            if pull.shape[0] != degree.shape[0]:
                raise ValueError("pull and degree have different shapes")
            points_new_2_dot = np.empty_like(points)
            points_new_2 = np.empty_like(points)
            for i in range(points.shape[0]):
                for j in range(points.shape[1]):
                    factor = step_dot * pull[i, j] + step * pull_dot[i, j]
                    quotient_dot = factor / degree[i, 0]
                    points_new_2_dot[i, j] = points_dot[i, j] + quotient_dot
                    points_new_2[i, j] = points[i, j] + step * pull[i, j] / degree[i, 0]
            points_dot = points_new_2_dot
            points = points_new_2
    return points, points_dot
