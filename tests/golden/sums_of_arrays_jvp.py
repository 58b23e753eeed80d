def sums_of_arrays_jvp(x, a, x_dot, a_dot):
    """The value of sums_of_arrays, and its derivative in the direction x_dot, a_dot."""
    total_dot = 0.0
    total = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(x) - 1):
        total_3_dot += x_dot[i + 1]
        total_3 += x[i + 1]
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total_dot += a_dot[i, j]
            total += a[i, j]
        total_4_dot += 2.0 * a[i, 0] * a_dot[i, 0]
        total_4 += a[i, 0] ** 2
    for i in range(a.shape[0]):
        if a[i].shape != x.shape:
            raise ValueError("a[i] and x have different shapes")
        total_2_dot = 0.0
        total_2 = 0.0
        for j in range(a.shape[1]):
            total_2_dot += a_dot[i, j] * x[j] + a[i, j] * x_dot[j]
            total_2 += a[i, j] * x[j]
        total_dot += 2.0 * total_2 * total_2_dot
        total += total_2**2
    total_dot = total_dot * (total_3 - total_4) + total * (total_3_dot - total_4_dot)
    total *= total_3 - total_4
    return total, total_dot
