import numpy as np


def slices_of_one_element_value_and_grad(x, k):
    """The value of slices_of_one_element, and its gradient with respect to x."""
    # forward sweep
    x_part = x[k : k + 1]
    x_part_2 = x[-1:]
    x_part_3 = x[:1]
    total = 0.0
    array_result = x[0]
    total_2 = 0.0

    # reverse sweep
    x_bar = np.zeros_like(x)
    x_part_bar = x_bar[k : k + 1]
    x_part_2_bar = x_bar[-1:]
    x_part_3_bar = x_bar[:1]

    # forward and reverse in one sweep: the iterations are independent
    array_result_bar = 0.0
    for i in range(len(x)):
        y = x[i] * x_part[0]
        y -= x_part_2[0]
        total += y * x_part_3[0]
        quotient = array_result / (x[i] * x[i] + 1.0)
        total_2 += quotient
        numerator_bar = 1.0 / (x[i] * x[i] + 1.0)
        array_result_bar += numerator_bar
        y_bar = x_part_3[0]
        x_part_3_bar[0] += y
        x_part_2_bar[0] -= y_bar
        x_bar[i] += x_part[0] * y_bar - 2.0 * x[i] * quotient * numerator_bar
        x_part_bar[0] += x[i] * y_bar
    x_bar[0] += array_result_bar
    return total + total_2, x_bar
