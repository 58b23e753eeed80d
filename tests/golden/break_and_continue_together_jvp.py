import math


def break_and_continue_together_jvp(a, a_dot):
    """The value of break_and_continue_together, and its derivative in the direction
    a_dot.
    """
    s_dot = 0.0
    s = 0.2
    for i in range(a.shape[0]):
        if not a[i, 0] < 0.0:
            for j in range(a.shape[1]):
                if not a[i, j] > 2.0:
                    if a[i, j] < -1.0:
                        break
                    s_dot = s_dot + math.cos(s + a[i, j]) * (s_dot + a_dot[i, j])
                    s = s + math.sin(s + a[i, j])
            if s > 3.0:
                break
            s_dot = s_dot * a[i, 0] + s * a_dot[i, 0]
            s = s * a[i, 0]
    return s, s_dot
