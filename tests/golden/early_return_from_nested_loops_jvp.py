import math


def early_return_from_nested_loops_jvp(x, x_dot):
    """The value of early_return_from_nested_loops, and its derivative in the
    direction x_dot.
    """
    returned = False
    s_dot = 0.0
    s = 0.3
    for i in range(len(x)):
        done = False
        for j in range(i + 1):
            s_dot = s_dot * x[j] + s * x_dot[j]
            s = s * x[j] + 0.4
            if s > 1.3:
                result_dot = (s_dot * s + s * s_dot) * x[i] + s * s * x_dot[i]
                result = s * s * x[i]
                returned = True
                break
        if returned:
            done = True
        if not returned:
            s_dot = s_dot + (x_dot[i] * x[i] + x[i] * x_dot[i])
            s = s + x[i] * x[i]
        if done:
            break
    if not returned:
        result_dot = math.cos(s) * s_dot
        result = math.sin(s)
    return result, result_dot
