import math


def if_elif_else_chain_jvp(x, x_dot):
    """The value of if_elif_else_chain, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 1.0
    for i in range(len(x)):
        if x[i] < -1.0:
            s_dot += 2.0 * x[i] * x_dot[i]
            s += x[i] ** 2
        elif x[i] < 0.0:
            s_dot = s_dot * x[i] + s * x_dot[i]
            s *= x[i]
        elif x[i] == 0.0:
            s -= 7.0
        elif x[i] < 1.0:
            s_dot = math.cos(s) * s_dot + x_dot[i]
            s = math.sin(s) + x[i]
        else:
            quotient = s / x[i]
            s_dot = (s_dot - quotient * x_dot[i]) / x[i]
            s = quotient
    return s, s_dot
