import numpy as np


def sums_of_arrays_jvp(x, a, x_dot, a_dot):
    """The value of sums_of_arrays, and its derivative in the direction x_dot, a_dot."""
    total_dot = np.sum(a_dot)
    total = np.sum(a)
    for i in range(a.shape[0]):
        if a[i].shape != x.shape:
            raise ValueError("a[i] and x have different shapes")
        sum_result = np.sum(a[i] * x)
        total_dot += 2.0 * sum_result * np.sum(a_dot[i] * x + a[i] * x_dot)
        total += sum_result**2
    sum_x_dot = np.sum(x_dot[1:])
    sum_x = np.sum(x[1:])
    sum_result_dot = np.sum(2.0 * a[:, 0] * a_dot[:, 0])
    sum_result = np.sum(a[:, 0] ** 2)
    total_dot = total_dot * (sum_x - sum_result) + total * (sum_x_dot - sum_result_dot)
    total *= sum_x - sum_result
    return total, total_dot
