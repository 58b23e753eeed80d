import math


def break_and_continue_together_jvp(a, a_dot):
    """The value of break_and_continue_together, and its derivative in the direction
    a_dot.
    """
    s_dot = 0.0
    s = 0.2
    for i in range(a.shape[0]):
        done = False
        if not a[i, 0] < 0.0:
            for j in range(a.shape[1]):
                done_2 = False
                if not a[i, j] > 2.0:
                    if a[i, j] < -1.0:
                        done_2 = True
                    else:
                        s_dot = s_dot + math.cos(s + a[i, j]) * (s_dot + a_dot[i, j])
                        s = s + math.sin(s + a[i, j])
                if done_2:
                    break
            if s > 3.0:
                done = True
            else:
                s_dot = s_dot * a[i, 0] + s * a_dot[i, 0]
                s = s * a[i, 0]
        if done:
            break
    return s, s_dot
