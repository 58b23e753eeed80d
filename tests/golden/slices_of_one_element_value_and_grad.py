import numpy as np


def slices_of_one_element_value_and_grad(x, k):
    """The value of slices_of_one_element, and its gradient with respect to x."""
    # forward sweep
    x_part = x[k : k + 1]
    y = np.empty_like(x)
    x_part_2 = x[-1:]
    x_part_3 = x[:1]
    total = 0.0
    array_result = x[0]
    total_2 = 0.0
    for i in range(len(x)):
        y[i] = x[i] * x_part[0]
        total_2 += array_result / (x[i] * x[i] + 1.0)
    for i in range(len(y)):
        y[i] -= x_part_2[0]
    for i in range(len(y)):
        total += y[i] * x_part_3[0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.empty_like(y)
    x_part_3_bar = x_bar[:1]
    for i in range(len(y)):
        y_bar[i] = x_part_3[0]
        x_part_3_bar[0] += y[i]
    x_part_2_bar = x_bar[-1:]
    for i in range(len(y)):
        x_part_2_bar[0] -= y_bar[i]
    x_part_bar = x_bar[k : k + 1]

    # forward and reverse in one sweep: the iterations are independent
    array_result_bar = 0.0
    for i in range(len(x)):
        quotient = array_result / (x[i] * x[i] + 1.0)
        numerator_bar = 1.0 / (x[i] * x[i] + 1.0)
        array_result_bar += numerator_bar
        x_bar[i] += x_part[0] * y_bar[i] - 2.0 * x[i] * quotient * numerator_bar
        x_part_bar[0] += x[i] * y_bar[i]
    x_bar[0] += array_result_bar
    return total + total_2, x_bar
