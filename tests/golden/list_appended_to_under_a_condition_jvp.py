import numpy as np


def list_appended_to_under_a_condition_jvp(x, level, x_dot, level_dot):
    """The value of list_appended_to_under_a_condition, and its derivative in the
    direction x_dot, level_dot.
    """
    peaks_count = 0
    peaks_values_dot = np.zeros(len(range(1, len(x) - 1)))
    peaks_values = np.empty(len(range(1, len(x) - 1)))
    for i in range(1, len(x) - 1):
        if x[i] > x[i - 1] and x[i] > x[i + 1]:
            peaks_values_dot[peaks_count] = 2.0 * x[i] * x_dot[i]
            peaks_values[peaks_count] = x[i] ** 2
            peaks_count += 1
    if not peaks_count > 0:
        result_dot = level_dot * x[0] + level * x_dot[0]
        result = level * x[0]
    else:
        heights_dot = peaks_values_dot[:peaks_count].copy()
        heights = peaks_values[:peaks_count].copy()
        total_dot = 0.0
        total = 0.0
        for i in range(len(heights)):
            exponential = np.exp(-level * heights[i])
            factor = -level_dot * heights[i] - level * heights_dot[i]
            exponential_dot = exponential * factor
            total_dot += exponential_dot
            total += exponential
        result_dot = total_dot + peaks_values_dot[peaks_count - 1] * peaks_count
        result = total + peaks_values[peaks_count - 1] * peaks_count
    return result, result_dot
