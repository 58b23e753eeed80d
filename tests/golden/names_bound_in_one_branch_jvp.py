import math


def names_bound_in_one_branch_jvp(x, x_dot):
    """The value of names_bound_in_one_branch, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 0.0
    scale_dot = 0.0
    scale = 1.0
    for i in range(len(x)):
        if x[i] > 0.0:
            scale_dot = x_dot[i] * x[i] + x[i] * x_dot[i]
            scale = x[i] * x[i]
            shift_dot = -math.sin(x[i]) * x_dot[i]
            shift = math.cos(x[i])
        else:
            shift_dot = x_dot[i]
            shift = x[i]
        s_dot += scale_dot * x[i] + scale * x_dot[i] + (shift_dot * s + shift * s_dot)
        s += scale * x[i] + shift * s
    return s, s_dot
