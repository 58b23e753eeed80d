def packed_triangle_with_an_entry_count_jvp(packed, x, y, packed_dot, x_dot, y_dot):
    """The value of packed_triangle_with_an_entry_count, and its derivative in the
    direction packed_dot, x_dot, y_dot.
    """
    total_dot = 0.0
    total = 0.0
    entry = 0
    for i in range(len(x)):
        for j in range(i + 1):
            term_2 = 2.0 * packed[entry] * packed_dot[entry] * x[i]
            factor = term_2 + packed[entry] ** 2 * x_dot[i]
            term = factor * y[j]
            total_dot += term + packed[entry] ** 2 * x[i] * y_dot[j]
            total += packed[entry] ** 2 * x[i] * y[j]
            entry += 1
    value = total * packed[entry - 1]
    return value, total_dot * packed[entry - 1] + total * packed_dot[entry - 1]
