import math


def early_return_not_taken_jvp(x, x_dot):
    """The value of early_return_not_taken, and its derivative in the direction
    x_dot.
    """
    returned = False
    if len(x) == 0:
        result_dot = 0.0
        result = 0.0
    else:
        s_dot = x_dot[0]
        s = x[0]
        for i in range(len(x)):
            if x[i] > 100.0:
                result_dot = x_dot[i]
                result = x[i]
                returned = True
                break
            else:
                s_dot = s_dot * x[i] + s * x_dot[i]
                s = s * x[i] + 1.0
                if s < -100.0:
                    result_dot = s_dot * s + s * s_dot
                    result = s * s
                    returned = True
                    break
        if not returned:
            if s > 50.0:
                result_dot = s_dot / s
                result = 50.0 + math.log(s)
            else:
                result_dot = math.cos(s) * s_dot
                result = math.sin(s)
    return result, result_dot
