import numpy as np


def sobel_edges_jvp(picture, sigma, picture_dot, sigma_dot):
    """The value of sobel_edges, and its derivative in the direction picture_dot,
    sigma_dot.
    """
    arange_result = np.arange(-1, 2)
    taps_dot = np.empty(len(arange_result))
    taps = np.empty(len(arange_result))
    for i in range(len(arange_result)):
        quotient = arange_result[i] / sigma
        exponential = np.exp(-0.5 * quotient**2)
        taps_dot[i] = exponential * quotient * quotient * sigma_dot / sigma
        taps[i] = exponential
    kernel_dot = np.outer(taps_dot, taps) + np.outer(taps, taps_dot)
    kernel = np.outer(taps, taps)
    total_dot = 0.0
    total = 0.0
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            total_dot += kernel_dot[i, j]
            total += kernel[i, j]
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            factor = kernel_dot[i, j] - kernel[i, j] * total_dot / total
            kernel_dot[i, j] = factor / total
            kernel[i, j] /= total
    m = picture.shape[0]
    n = picture.shape[1]
    if picture[0 : m - 2, 0 : n - 2].shape[1] != picture[0 : m - 2, 1 : n - 1].shape[1]:
        raise ValueError("operands have different shapes")
    if picture[0 : m - 2, 1 : n - 1].shape[1] != picture[0 : m - 2, 2:n].shape[1]:
        raise ValueError("operands have different shapes")
    if picture[0 : m - 2, 2:n].shape[0] != picture[1 : m - 1, 0 : n - 2].shape[0]:
        raise ValueError("operands have different shapes")
    if picture[1 : m - 1, 2:n].shape[0] != picture[2:m, 0 : n - 2].shape[0]:
        raise ValueError("operands have different shapes")
    kernel_part_dot = kernel_dot[0, 0]
    kernel_part = kernel[0, 0]
    picture_part_dot = picture_dot[0 : m - 2, 0 : n - 2]
    picture_part = picture[0 : m - 2, 0 : n - 2]
    kernel_part_2_dot = kernel_dot[0, 1]
    kernel_part_2 = kernel[0, 1]
    picture_part_2_dot = picture_dot[0 : m - 2, 1 : n - 1]
    picture_part_2 = picture[0 : m - 2, 1 : n - 1]
    kernel_part_3_dot = kernel_dot[0, 2]
    kernel_part_3 = kernel[0, 2]
    picture_part_3_dot = picture_dot[0 : m - 2, 2:n]
    picture_part_3 = picture[0 : m - 2, 2:n]
    kernel_part_4_dot = kernel_dot[1, 0]
    kernel_part_4 = kernel[1, 0]
    picture_part_4_dot = picture_dot[1 : m - 1, 0 : n - 2]
    picture_part_4 = picture[1 : m - 1, 0 : n - 2]
    kernel_part_5_dot = kernel_dot[1, 1]
    kernel_part_5 = kernel[1, 1]
    picture_part_5_dot = picture_dot[1 : m - 1, 1 : n - 1]
    picture_part_5 = picture[1 : m - 1, 1 : n - 1]
    kernel_part_6_dot = kernel_dot[1, 2]
    kernel_part_6 = kernel[1, 2]
    picture_part_6_dot = picture_dot[1 : m - 1, 2:n]
    picture_part_6 = picture[1 : m - 1, 2:n]
    kernel_part_7_dot = kernel_dot[2, 0]
    kernel_part_7 = kernel[2, 0]
    picture_part_7_dot = picture_dot[2:m, 0 : n - 2]
    picture_part_7 = picture[2:m, 0 : n - 2]
    kernel_part_8_dot = kernel_dot[2, 1]
    kernel_part_8 = kernel[2, 1]
    picture_part_8_dot = picture_dot[2:m, 1 : n - 1]
    picture_part_8 = picture[2:m, 1 : n - 1]
    kernel_part_9_dot = kernel_dot[2, 2]
    kernel_part_9 = kernel[2, 2]
    picture_part_9_dot = picture_dot[2:m, 2:n]
    picture_part_9 = picture[2:m, 2:n]
    blurred_dot = np.zeros_like(picture_part)
    blurred = np.empty_like(picture_part)
    smooth_dot = np.zeros((max(picture_part.shape[0] - 2, 0), picture_part.shape[1]))
    smooth = np.empty((max(picture_part.shape[0] - 2, 0), picture_part.shape[1]))
    smooth_2_dot = np.empty((picture_part.shape[0], max(picture_part.shape[1] - 2, 0)))
    smooth_2 = np.empty((picture_part.shape[0], max(picture_part.shape[1] - 2, 0)))
    for i in range(picture_part.shape[0]):
        for j in range(picture_part.shape[1]):
            blurred_dot[i, j] = (
                kernel_part_dot * picture_part[i, j]
                + kernel_part * picture_part_dot[i, j]
                + (
                    kernel_part_2_dot * picture_part_2[i, j]
                    + kernel_part_2 * picture_part_2_dot[i, j]
                )
                + (
                    kernel_part_3_dot * picture_part_3[i, j]
                    + kernel_part_3 * picture_part_3_dot[i, j]
                )
                + (
                    kernel_part_4_dot * picture_part_4[i, j]
                    + kernel_part_4 * picture_part_4_dot[i, j]
                )
                + (
                    kernel_part_5_dot * picture_part_5[i, j]
                    + kernel_part_5 * picture_part_5_dot[i, j]
                )
                + (
                    kernel_part_6_dot * picture_part_6[i, j]
                    + kernel_part_6 * picture_part_6_dot[i, j]
                )
                + (
                    kernel_part_7_dot * picture_part_7[i, j]
                    + kernel_part_7 * picture_part_7_dot[i, j]
                )
                + (
                    kernel_part_8_dot * picture_part_8[i, j]
                    + kernel_part_8 * picture_part_8_dot[i, j]
                )
                + (
                    kernel_part_9_dot * picture_part_9[i, j]
                    + kernel_part_9 * picture_part_9_dot[i, j]
                )
            )
            blurred[i, j] = (
                kernel_part * picture_part[i, j]
                + kernel_part_2 * picture_part_2[i, j]
                + kernel_part_3 * picture_part_3[i, j]
                + kernel_part_4 * picture_part_4[i, j]
                + kernel_part_5 * picture_part_5[i, j]
                + kernel_part_6 * picture_part_6[i, j]
                + kernel_part_7 * picture_part_7[i, j]
                + kernel_part_8 * picture_part_8[i, j]
                + kernel_part_9 * picture_part_9[i, j]
            )
        for j in range(picture_part.shape[1] - 2):
            smooth_2_dot[i, j] = (
                blurred_dot[i, j] + 2.0 * blurred_dot[i, j + 1] + blurred_dot[i, j + 2]
            )
            smooth_2[i, j] = blurred[i, j] + 2.0 * blurred[i, j + 1] + blurred[i, j + 2]
    out_dot = np.empty(
        (max(picture_part.shape[0] - 2, 0), max(picture_part.shape[1] - 2, 0))
    )
    out = np.empty(
        (max(picture_part.shape[0] - 2, 0), max(picture_part.shape[1] - 2, 0))
    )
    for i in range(picture_part.shape[0] - 2):
        for j in range(picture_part.shape[1]):
            smooth_dot[i, j] = (
                blurred_dot[i, j] + 2.0 * blurred_dot[i + 1, j] + blurred_dot[i + 2, j]
            )
            smooth[i, j] = blurred[i, j] + 2.0 * blurred[i + 1, j] + blurred[i + 2, j]
        for j in range(picture_part.shape[1] - 2):
            gx_dot = smooth_dot[i, j + 2] - smooth_dot[i, j]
            gx = smooth[i, j + 2] - smooth[i, j]
            gy_dot = smooth_2_dot[i + 2, j] - smooth_2_dot[i, j]
            gy = smooth_2[i + 2, j] - smooth_2[i, j]
            hypot_result = np.hypot(gx, gy)
            out_dot[i, j] = (gx * gx_dot + gy * gy_dot) / hypot_result
            out[i, j] = hypot_result
    return out, out_dot
