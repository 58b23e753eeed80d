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
            choice_2_dot = 0.0
            choice_2 = 1.5
        else:
            choice_2 = 1.0 / (1.0 + x[i] * x[i])
            choice_2_dot = (
                -choice_2 * (x_dot[i] * x[i] + x[i] * x_dot[i]) / (1.0 + x[i] * x[i])
            )
        s_dot = s_dot * choice_2 + s * choice_2_dot
        s *= choice_2
    return s, s_dot
