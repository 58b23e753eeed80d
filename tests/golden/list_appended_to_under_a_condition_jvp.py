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
        exponential = np.exp(-level * heights)
        exponential_dot = exponential * (-level_dot * heights - level * heights_dot)
        term = peaks_values_dot[peaks_count - 1] * peaks_count
        result_dot = np.sum(exponential_dot) + term
        result = np.sum(exponential) + peaks_values[peaks_count - 1] * peaks_count
    return result, result_dot
