def ragged_inner_ranges_jvp(x, offsets, x_dot):
    """The value of ragged_inner_ranges, and its derivative in the direction x_dot."""
    total_dot = 0.0
    total = 0.0
    for k in range(len(offsets) - 1):
        p_dot = 0.0
        p = 1.0
        for i in range(offsets[k], offsets[k + 1]):
            p_dot = p_dot * x[i] + p * x_dot[i]
            p = p * x[i] + 0.5
        total_dot += p_dot * p + p * p_dot
        total += p * p
    return total, total_dot
