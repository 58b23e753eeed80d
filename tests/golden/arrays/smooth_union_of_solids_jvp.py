import numpy as np


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


def smooth_union_of_solids_jvp(
    points,
    centres,
    sizes,
    blend,
    width,
    points_dot,
    centres_dot,
    sizes_dot,
    blend_dot,
    width_dot,
):
    """The value of smooth_union_of_solids, and its derivative in the direction
    points_dot, centres_dot, sizes_dot, blend_dot, width_dot.
    """
    if points[:, None, :].shape[2] != centres.shape[1]:
        raise ValueError("points[:, None, :] and centres have different shapes")
    if centres.shape[0] != sizes.shape[0]:
        raise ValueError("centres and sizes have different shapes")
    if centres.shape[1] != sizes.shape[1]:
        raise ValueError("centres and sizes have different shapes")
    offset_dot = np.empty((points.shape[0], centres.shape[0], points.shape[1]))
    offset = np.empty((points.shape[0], centres.shape[0], points.shape[1]))
    outside_dot = np.empty((points.shape[0], centres.shape[0]))
    outside = np.empty((points.shape[0], centres.shape[0]))
    for i in range(points.shape[0]):
        for j in range(centres.shape[0]):
            total_dot = 0.0
            total = 0.0
            for k in range(points.shape[1]):
                factor = np.sign(points[i, k] - centres[j, k])
                term = factor * (points_dot[i, k] - centres_dot[j, k])
                offset_dot[i, j, k] = term - sizes_dot[j, k]
                offset[i, j, k] = np.abs(points[i, k] - centres[j, k]) - sizes[j, k]
                maximum_result_dot = (
                    offset_dot[i, j, k] if offset[i, j, k] >= 0.0 else 0.0
                )
                maximum_result = np.maximum(offset[i, j, k], 0.0)
                total_dot += 2.0 * maximum_result * maximum_result_dot
                total += maximum_result**2
            root = np.sqrt(total + 0.04)
            outside_dot[i, j] = total_dot / (2.0 * root)
            outside[i, j] = root
    along_axis_result, along_axis_result_dot = along_axis_tangent(offset, offset_dot)
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(points.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(centres.shape[0]):
            inside_dot = (
                along_axis_result_dot[i, j] if along_axis_result[i, j] <= 0.0 else 0.0
            )
            inside = np.minimum(along_axis_result[i, j], 0.0)
            distance_dot = outside_dot[i, j] + inside_dot
            distance = outside[i, j] + inside
            quotient = -distance / blend
            weight = np.exp(quotient)
            total_dot += weight * (-distance_dot - quotient * blend_dot) / blend
            total += weight
        log_total = np.log(total)
        union_dot = -blend_dot * log_total - blend * total_dot / total
        union = -blend * log_total
        quotient = union / width
        quotient_dot = (union_dot - quotient * width_dot) / width
        tanh_quotient = np.tanh(quotient)
        occupied = 0.5 * (1.0 - tanh_quotient)
        total_3_dot -= 0.5 * (1.0 - tanh_quotient**2) * quotient_dot
        total_3 += occupied
        quotient = union / width
        quotient_dot = (union_dot - quotient * width_dot) / width
        cosh_quotient_dot = np.sinh(quotient) * quotient_dot
        cosh_quotient = np.cosh(quotient)
        quotient = 1.0 / cosh_quotient**2
        quotient_dot = (
            -2.0 * quotient * cosh_quotient * cosh_quotient_dot / cosh_quotient**2
        )
        total_4_dot += quotient_dot
        total_4 += quotient
    value_0_dot = total_3_dot / points.shape[0]
    quotient_dot = total_4_dot / points.shape[0]
    value_1 = total_4 / points.shape[0] / (2.0 * width)
    value_1_dot = (quotient_dot - 2.0 * value_1 * width_dot) / (2.0 * width)
    return total_3 / points.shape[0], value_1, value_0_dot, value_1_dot
