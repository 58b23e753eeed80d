import math


def guarded_conditional_expression_jvp(x, x_dot):
    """The value of guarded_conditional_expression, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        if x[i] > 0.0:
            choice_dot = x_dot[i] / x[i]
            choice = math.log(x[i])
        else:
            choice_dot = x_dot[i] * x[i] + x[i] * x_dot[i]
            choice = x[i] * x[i]
        s_dot += choice_dot
        s += choice
        if x[i] == 0.0:
            choice_dot = 0.0
            choice = 1.5
        else:
            choice = 1.0 / (1.0 + x[i] * x[i])
            choice_dot = (
                -choice * (x_dot[i] * x[i] + x[i] * x_dot[i]) / (1.0 + x[i] * x[i])
            )
        s_dot = s_dot * choice + s * choice_dot
        s *= choice
    return s, s_dot
