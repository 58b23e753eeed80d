import math


def square_root_guarded_at_zero_jvp(x, x_dot):
    """The value of square_root_guarded_at_zero, and its derivative in the direction
    x_dot.
    """
    r2_dot = x_dot[0] * x[0] + x[0] * x_dot[0] + (x_dot[1] * x[1] + x[1] * x_dot[1])
    r2 = x[0] * x[0] + x[1] * x[1]
    if r2 > 0.0:
        r = math.sqrt(r2)
        r_dot = r2_dot / (2.0 * r)
    else:
        r_dot = 0.0
        r = 0.0
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        if x[i] > 0.0:
            sqrt_x = math.sqrt(x[i])
            s_dot += x_dot[i] / (2.0 * sqrt_x)
            s += sqrt_x
        else:
            s_dot += x_dot[i]
            s += x[i]
    return s + r, s_dot + r_dot
