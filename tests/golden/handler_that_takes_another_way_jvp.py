import math


def handler_that_takes_another_way_jvp(x, x_dot):
    """The value of handler_that_takes_another_way, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for i in range(len(x)):
        failed = False
        v_dot = x_dot[i]
        v = x[i]
        if v < 0.0:
            failed = True
        else:
            step = math.sqrt(v)
            step_dot = v_dot / (2.0 * step)
        if failed:
            step_dot = x_dot[i] * x[i] + x[i] * x_dot[i]
            step = x[i] * x[i]
        s_dot = 0.5 * s_dot + (step_dot * s + step * s_dot)
        s = s * 0.5 + step * s
    return s, s_dot
