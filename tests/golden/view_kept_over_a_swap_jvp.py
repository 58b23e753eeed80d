def view_kept_over_a_swap_jvp(x, x_dot):
    """The value of view_kept_over_a_swap, and its derivative in the direction x_dot."""
    a_dot = x_dot.copy()
    a = x.copy()
    v_dot = a_dot[1:]
    v = a[1:]
    b = a
    return v[0] * b[0], v_dot[0] * b[0] + v[0] * a_dot[0]
