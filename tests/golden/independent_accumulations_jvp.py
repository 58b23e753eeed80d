import math


def independent_accumulations_jvp(x, x_dot):
    """The value of independent_accumulations, and its derivative in the direction
    x_dot.
    """
    a_dot = 0.0
    a = 0.0
    b_dot = 0.0
    b = 0.0
    c_dot = 0.0
    c = 1.0
    for i in range(len(x)):
        a_dot += math.cos(x[i]) * x_dot[i]
        a += math.sin(x[i])
        exponential = math.exp(-x[i])
        b_dot -= x_dot[i] * exponential - x[i] * exponential * x_dot[i]
        b -= x[i] * exponential
        c_dot = c_dot * (1.0 + x[i] * x[i]) + c * (x_dot[i] * x[i] + x[i] * x_dot[i])
        c *= 1.0 + x[i] * x[i]
    value = a * b / c
    return value, (a_dot * b + a * b_dot - value * c_dot) / c
