import math


def break_that_keeps_carried_state_jvp(x, x_dot):
    """The value of break_that_keeps_carried_state, and its derivative in the
    direction x_dot.
    """
    s_dot = x_dot[0]
    s = x[0]
    for i in range(4):
        for j in range(10):
            s_dot = 0.8 * (s_dot * x[1] + s * x_dot[1]) + 0.1 * math.cos(s) * s_dot
            s = s * x[1] * 0.8 + 0.1 * math.sin(s)
            if j * x[0] > i + 1.3:
                break
            s_dot = s_dot + 0.05 * x_dot[0]
            s = s + 0.05 * x[0]
        s_dot = s_dot + 0.1 * (x_dot[0] * s + x[0] * s_dot)
        s = s + x[0] * s * 0.1
    return s, s_dot
