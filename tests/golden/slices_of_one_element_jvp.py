def slices_of_one_element_jvp(x, k, x_dot):
    """The value of slices_of_one_element, and its derivative in the direction x_dot."""
    x_part_dot = x_dot[k : k + 1]
    x_part = x[k : k + 1]
    x_part_2_dot = x_dot[-1:]
    x_part_2 = x[-1:]
    x_part_3_dot = x_dot[:1]
    x_part_3 = x[:1]
    total_dot = 0.0
    total = 0.0
    array_result_dot = x_dot[0]
    array_result = x[0]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        y_dot = x_dot[i] * x_part[0] + x[i] * x_part_dot[0] - x_part_2_dot[0]
        y = x[i] * x_part[0]
        y -= x_part_2[0]
        total_dot += y_dot * x_part_3[0] + y * x_part_3_dot[0]
        total += y * x_part_3[0]
        quotient = array_result / (x[i] * x[i] + 1.0)
        factor = array_result_dot - quotient * (x_dot[i] * x[i] + x[i] * x_dot[i])
        quotient_dot = factor / (x[i] * x[i] + 1.0)
        total_2_dot += quotient_dot
        total_2 += quotient
    return total + total_2, total_dot + total_2_dot
