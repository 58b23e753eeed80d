import numpy as np


def levinson_recursion_jvp(r, r_dot):
    """The value of levinson_recursion, and its derivative in the direction r_dot."""
    order = len(r) - 1
    a_dot = np.zeros(order + 1)
    a = np.zeros(order + 1)
    previous_dot = np.zeros(order + 1)
    previous = np.zeros(order + 1)
    a_dot[0] = 0.0
    a[0] = 1.0
    error_dot = r_dot[0]
    error = r[0]
    for m in range(1, order + 1):
        reflection_dot = r_dot[m]
        reflection = r[m]
        for i in range(1, m):
            reflection_dot += a_dot[i] * r[m - i] + a[i] * r_dot[m - i]
            reflection += a[i] * r[m - i]
        quotient = -reflection / error
        reflection_dot = (-reflection_dot - quotient * error_dot) / error
        reflection = quotient
        for i in range(order + 1):
            previous_dot[i] = a_dot[i]
            previous[i] = a[i]
        for i in range(1, m):
            term = reflection_dot * previous[m - i] + reflection * previous_dot[m - i]
            a_dot[i] = previous_dot[i] + term
            a[i] = previous[i] + reflection * previous[m - i]
        a_dot[m] = reflection_dot
        a[m] = reflection
        term_2 = error * (reflection_dot * reflection + reflection * reflection_dot)
        error_dot = error_dot * (1.0 - reflection * reflection) - term_2
        error *= 1.0 - reflection * reflection
    value = error + a[1] * a[order]
    return value, error_dot + (a_dot[1] * a[order] + a[1] * a_dot[order])
