import numpy as np


def sobel_edges_vjp(picture, sigma, result_bar):
    """The adjoints of picture and sigma of sobel_edges, for the adjoint of its
    result.
    """
    # forward sweep: saves kernel
    arange_result = np.arange(-1, 2)
    taps = np.empty(len(arange_result))
    for i in range(len(arange_result)):
        taps[i] = np.exp(-0.5 * (arange_result[i] / sigma) ** 2)
    kernel = np.outer(taps, taps)
    total = 0.0
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            total += kernel[i, j]
    kernel_saved = np.empty((kernel.shape[0], kernel.shape[1]))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            kernel_saved[i, j] = kernel[i, j]
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
    kernel_part = kernel[0, 0]
    picture_part = picture[0 : m - 2, 0 : n - 2]
    kernel_part_2 = kernel[0, 1]
    picture_part_2 = picture[0 : m - 2, 1 : n - 1]
    kernel_part_3 = kernel[0, 2]
    picture_part_3 = picture[0 : m - 2, 2:n]
    kernel_part_4 = kernel[1, 0]
    picture_part_4 = picture[1 : m - 1, 0 : n - 2]
    kernel_part_5 = kernel[1, 1]
    picture_part_5 = picture[1 : m - 1, 1 : n - 1]
    kernel_part_6 = kernel[1, 2]
    picture_part_6 = picture[1 : m - 1, 2:n]
    kernel_part_7 = kernel[2, 0]
    picture_part_7 = picture[2:m, 0 : n - 2]
    kernel_part_8 = kernel[2, 1]
    picture_part_8 = picture[2:m, 1 : n - 1]
    kernel_part_9 = kernel[2, 2]
    picture_part_9 = picture[2:m, 2:n]
    blurred = np.empty_like(picture_part)
    smooth = np.empty((max(picture_part.shape[0] - 2, 0), picture_part.shape[1]))
    smooth_2 = np.empty((picture_part.shape[0], max(picture_part.shape[1] - 2, 0)))
    for i in range(picture_part.shape[0]):
        for j in range(picture_part.shape[1]):
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
            smooth_2[i, j] = blurred[i, j] + 2.0 * blurred[i, j + 1] + blurred[i, j + 2]

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    out_bar = result_bar.copy()
    blurred_bar = np.zeros_like(blurred)
    smooth_bar = np.zeros_like(smooth)
    smooth_2_bar = np.zeros_like(smooth_2)

    # forward and reverse in one sweep: the iterations are independent
    smooth_ahead_bar = np.zeros(picture_part.shape[1])
    for i in range(picture_part.shape[0] - 2):
        for j in range(picture_part.shape[1]):
            smooth[i, j] = blurred[i, j] + 2.0 * blurred[i + 1, j] + blurred[i + 2, j]
        for j in range(picture_part.shape[1] - 2):
            gx = smooth[i, j + 2] - smooth[i, j]
            gy = smooth_2[i + 2, j] - smooth_2[i, j]
            hypot_result = np.hypot(gx, gy)
            hypot_result_bar = out_bar[i, j]
            gx_bar = gx * hypot_result_bar / hypot_result
            gy_bar = gy * hypot_result_bar / hypot_result
            smooth_2_bar[i + 2, j] += gy_bar
            smooth_2_bar[i, j] -= gy_bar
            smooth_ahead_bar[j] = gx_bar
            smooth_bar[i, j] -= gx_bar

        # each element takes what it is owed
        for j in range(2, picture_part.shape[1]):
            smooth_bar[i, j] += smooth_ahead_bar[j - 2]
        for j in range(picture_part.shape[1]):
            blurred_bar[i, j] += smooth_bar[i, j]
            blurred_bar[i + 1, j] += 2.0 * smooth_bar[i, j]
            blurred_bar[i + 2, j] += smooth_bar[i, j]
    picture_part_bar = picture_bar[0 : m - 2, 0 : n - 2]
    picture_part_2_bar = picture_bar[0 : m - 2, 1 : n - 1]
    picture_part_3_bar = picture_bar[0 : m - 2, 2:n]
    picture_part_4_bar = picture_bar[1 : m - 1, 0 : n - 2]
    picture_part_5_bar = picture_bar[1 : m - 1, 1 : n - 1]
    picture_part_6_bar = picture_bar[1 : m - 1, 2:n]
    picture_part_7_bar = picture_bar[2:m, 0 : n - 2]
    picture_part_8_bar = picture_bar[2:m, 1 : n - 1]
    picture_part_9_bar = picture_bar[2:m, 2:n]
    kernel_part_9_bar = 0.0
    kernel_part_8_bar = 0.0
    kernel_part_7_bar = 0.0
    kernel_part_6_bar = 0.0
    kernel_part_5_bar = 0.0
    kernel_part_4_bar = 0.0
    kernel_part_3_bar = 0.0
    kernel_part_2_bar = 0.0
    kernel_part_bar = 0.0
    blurred_ahead_bar = np.zeros(picture_part.shape[1])
    blurred_ahead_bar_2 = np.zeros(picture_part.shape[1])
    for i in range(picture_part.shape[0] - 1, -1, -1):
        for j in range(picture_part.shape[1] - 2):
            blurred_bar[i, j] += smooth_2_bar[i, j]
            blurred_ahead_bar[j + 1] = 2.0 * smooth_2_bar[i, j]
            blurred_ahead_bar_2[j + 1] = smooth_2_bar[i, j]

        # each element takes what it is owed
        for j in range(1, picture_part.shape[1]):
            blurred_bar[i, j] += blurred_ahead_bar[j] + blurred_ahead_bar_2[j - 1]
        for j in range(picture_part.shape[1] - 1, -1, -1):
            kernel_part_bar += picture_part[i, j] * blurred_bar[i, j]
            picture_part_bar[i, j] += kernel_part * blurred_bar[i, j]
            kernel_part_2_bar += picture_part_2[i, j] * blurred_bar[i, j]
            picture_part_2_bar[i, j] += kernel_part_2 * blurred_bar[i, j]
            kernel_part_3_bar += picture_part_3[i, j] * blurred_bar[i, j]
            picture_part_3_bar[i, j] += kernel_part_3 * blurred_bar[i, j]
            kernel_part_4_bar += picture_part_4[i, j] * blurred_bar[i, j]
            picture_part_4_bar[i, j] += kernel_part_4 * blurred_bar[i, j]
            kernel_part_5_bar += picture_part_5[i, j] * blurred_bar[i, j]
            picture_part_5_bar[i, j] += kernel_part_5 * blurred_bar[i, j]
            kernel_part_6_bar += picture_part_6[i, j] * blurred_bar[i, j]
            picture_part_6_bar[i, j] += kernel_part_6 * blurred_bar[i, j]
            kernel_part_7_bar += picture_part_7[i, j] * blurred_bar[i, j]
            picture_part_7_bar[i, j] += kernel_part_7 * blurred_bar[i, j]
            kernel_part_8_bar += picture_part_8[i, j] * blurred_bar[i, j]
            picture_part_8_bar[i, j] += kernel_part_8 * blurred_bar[i, j]
            kernel_part_9_bar += picture_part_9[i, j] * blurred_bar[i, j]
            picture_part_9_bar[i, j] += kernel_part_9 * blurred_bar[i, j]
    kernel_bar = np.zeros_like(kernel)
    kernel_bar[2, 2] += kernel_part_9_bar
    kernel_bar[2, 1] += kernel_part_8_bar
    kernel_bar[2, 0] += kernel_part_7_bar
    kernel_bar[1, 2] += kernel_part_6_bar
    kernel_bar[1, 1] += kernel_part_5_bar
    kernel_bar[1, 0] += kernel_part_4_bar
    kernel_bar[0, 2] += kernel_part_3_bar
    kernel_bar[0, 1] += kernel_part_2_bar
    kernel_bar[0, 0] += kernel_part_bar
    total_bar = 0.0
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            kernel[i, j] = kernel_saved[i, j]
            numerator_bar = kernel_bar[i, j] / total
            kernel_bar[i, j] = numerator_bar
            total_bar -= kernel[i, j] * numerator_bar / total
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            kernel_bar[i, j] += total_bar
    taps_bar = np.dot(kernel_bar, taps) + np.dot(taps, kernel_bar)

    # forward and reverse in one sweep: the iterations are independent
    sigma_bar = 0.0
    for i in range(len(arange_result)):
        quotient = arange_result[i] / sigma
        sigma_bar += quotient * quotient * taps[i] * taps_bar[i] / sigma
    return picture_bar, sigma_bar
