import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = np.max(a_ij)
    return values


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            a_ij_bar[np.argmax(a_ij)] += result_bar[i, j]


def smooth_union_of_solids_vjp(
    points, centres, sizes, blend, width, result_0_bar, result_1_bar
):
    """The adjoints of points, centres, sizes, blend and width of
    smooth_union_of_solids, for the adjoint of its result.
    """
    # forward sweep: saves total
    if points[:, None, :].shape[2] != centres.shape[1]:
        raise ValueError("points[:, None, :] and centres have different shapes")
    if centres.shape[0] != sizes.shape[0]:
        raise ValueError("centres and sizes have different shapes")
    if centres.shape[1] != sizes.shape[1]:
        raise ValueError("centres and sizes have different shapes")
    offset = np.empty((points.shape[0], centres.shape[0], points.shape[1]))
    outside = np.empty((points.shape[0], centres.shape[0]))
    total_saved = np.empty((points.shape[0], centres.shape[0]))
    for i in range(points.shape[0]):
        for j in range(centres.shape[0]):
            total = 0.0
            for k in range(points.shape[1]):
                offset[i, j, k] = np.abs(points[i, k] - centres[j, k]) - sizes[j, k]
                total += np.maximum(offset[i, j, k], 0.0) ** 2
            total_saved[i, j] = total
            outside[i, j] = np.sqrt(total + 0.04)
    along_axis_result = along_axis(offset)
    total_4 = 0.0
    for i in range(points.shape[0]):
        total = 0.0
        for j in range(centres.shape[0]):
            inside = np.minimum(along_axis_result[i, j], 0.0)
            distance = outside[i, j] + inside
            weight = np.exp(-distance / blend)
            total += weight
        union = -blend * np.log(total)
        total_4 += 1.0 / np.cosh(union / width) ** 2

    # reverse sweep
    points_bar = np.zeros_like(points)
    centres_bar = np.zeros_like(centres)
    sizes_bar = np.zeros_like(sizes)
    numerator_bar = result_1_bar / (2.0 * width)
    total_4_bar = numerator_bar / points.shape[0]
    width_bar = -2.0 * total_4 * numerator_bar / points.shape[0] / (2.0 * width)
    total_3_bar = result_0_bar / points.shape[0]
    outside_bar = np.empty_like(outside)
    along_axis_result_bar = np.empty_like(along_axis_result)

    # forward and reverse in one sweep: the iterations are independent
    blend_bar = 0.0
    for i in range(points.shape[0]):
        total = 0.0
        for j in range(centres.shape[0]):
            inside = np.minimum(along_axis_result[i, j], 0.0)
            distance = outside[i, j] + inside
            weight = np.exp(-distance / blend)
            total += weight
        log_total = np.log(total)
        union = -blend * log_total
        quotient = union / width
        quotient_2 = union / width
        cosh_quotient = np.cosh(quotient_2)
        quotient_3 = 1.0 / cosh_quotient**2
        cosh_quotient_bar = (
            -2.0 * cosh_quotient * quotient_3 * total_4_bar / cosh_quotient**2
        )
        numerator_bar = np.sinh(quotient_2) * cosh_quotient_bar / width
        numerator_bar_2 = -0.5 * (1.0 - np.tanh(quotient) ** 2) * total_3_bar / width
        union_bar = numerator_bar + numerator_bar_2
        width_bar -= quotient_2 * numerator_bar + quotient * numerator_bar_2
        blend_bar -= log_total * union_bar
        total_bar = -blend * union_bar / total
        for j in range(centres.shape[0]):
            inside = np.minimum(along_axis_result[i, j], 0.0)
            distance = outside[i, j] + inside
            quotient = -distance / blend
            weight = np.exp(quotient)
            numerator_bar = weight * total_bar / blend
            distance_bar = -numerator_bar
            blend_bar -= quotient * numerator_bar
            outside_bar[i, j] = distance_bar
            along_axis_result_bar[i, j] = (
                distance_bar if along_axis_result[i, j] <= 0.0 else 0.0
            )
    offset_bar = np.zeros_like(offset)
    along_axis_adjoint(offset, along_axis_result_bar, offset_bar)
    for i in range(points.shape[0]):
        for j in range(centres.shape[0]):
            total_bar = outside_bar[i, j] / (2.0 * np.sqrt(total_saved[i, j] + 0.04))
            for k in range(points.shape[1]):
                maximum_result_bar = 2.0 * np.maximum(offset[i, j, k], 0.0) * total_bar
                offset_bar[i, j, k] += (
                    maximum_result_bar if offset[i, j, k] >= 0.0 else 0.0
                )
                factor = np.sign(points[i, k] - centres[j, k])
                difference_bar = factor * offset_bar[i, j, k]
                points_bar[i, k] += difference_bar
                centres_bar[j, k] -= difference_bar
                sizes_bar[j, k] -= offset_bar[i, j, k]
    return points_bar, centres_bar, sizes_bar, blend_bar, width_bar
