"""The exponent of a power is the variable of a loop that starts at zero."""


def power_with_a_loop_variable(x):
    s = 0.0
    for k in range(5):
        s += x**k / (k + 1)
    return s


EXAMPLE = (-0.7,)
