import numpy as np


def list_appended_to_under_a_condition_value_and_grad(x, level):
    """The value of list_appended_to_under_a_condition, and its gradient with respect
    to x and level.
    """
    # forward sweep
    peaks_count = 0
    peaks_values = np.empty(len(range(1, len(x) - 1)))
    for i in range(1, len(x) - 1):
        if x[i] > x[i - 1] and x[i] > x[i + 1]:
            peaks_values[peaks_count] = x[i] ** 2
            peaks_count += 1
    if not peaks_count > 0:
        result = level * x[0]
    else:
        heights = peaks_values[:peaks_count].copy()
        total = 0.0
        for i in range(len(heights)):
            total += np.exp(-level * heights[i])
        result = total + peaks_values[peaks_count - 1] * peaks_count

    # reverse sweep
    x_bar = np.zeros_like(x)
    peaks_values_bar = np.zeros_like(peaks_values)
    if not peaks_count > 0:
        level_bar = x[0]
        x_bar[0] += level
    else:
        peaks_values_bar[peaks_count - 1] += peaks_count
        heights_bar = np.empty_like(heights)

        # forward and reverse in one sweep: the iterations are independent
        level_bar = 0.0
        for i in range(len(heights)):
            exponential = np.exp(-level * heights[i])
            level_bar -= heights[i] * exponential
            heights_bar[i] = -level * exponential
        peaks_values_bar[:peaks_count] += heights_bar
    for i in range(len(x) - 2, 0, -1):
        if x[i] > x[i - 1] and x[i] > x[i + 1]:
            peaks_count -= 1
            x_bar[i] += 2.0 * x[i] * peaks_values_bar[peaks_count]
            peaks_values_bar[peaks_count] = 0.0
    return result, x_bar, level_bar
