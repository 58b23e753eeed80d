def product_with_zeros_jvp(x, x_dot):
    """The value of product_with_zeros, and its derivative in the direction x_dot."""
    p_dot = 0.0
    p = 1.0
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        p_dot = p_dot * x[i] + p * x_dot[i]
        p *= x[i]
        s_dot += p_dot
        s += p
    return s + p * p, s_dot + (p_dot * p + p * p_dot)
