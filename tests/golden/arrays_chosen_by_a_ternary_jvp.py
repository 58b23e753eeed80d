import numpy as np


def squared_in_front_tangent(v, c, v_dot, c_dot):
    """squared_in_front and its tangent."""
    v_dot[0] = c_dot * c + c * c_dot
    v[0] = c * c


def arrays_chosen_by_a_ternary_jvp(x, c, x_dot, c_dot):
    """The value of arrays_chosen_by_a_ternary, and its derivative in the direction
    x_dot, c_dot.
    """
    a_dot = x_dot.copy()
    a = x.copy()
    b_dot = x_dot * x + x * x_dot
    b = x * x
    for k in range(3):
        if k % 2:
            choice_3_dot = a_dot
            choice_3 = a
        else:
            choice_3_dot = b_dot
            choice_3 = b
        source = choice_3
        if k % 2:
            choice_4_dot = b_dot
            choice_4 = b
        else:
            choice_4_dot = a_dot
            choice_4 = a
        target = choice_4
        for i in range(1, len(x)):
            choice_4_dot[i] = (
                choice_3_dot[i - 1] * source[i]
                + source[i - 1] * choice_3_dot[i]
                + c_dot
            )
            target[i] = source[i - 1] * source[i] + c
    if c > 0.3:
        choice_5_dot = a_dot[1:]
        choice_5 = a[1:]
    else:
        choice_5_dot = a_dot
        choice_5 = a
    view = choice_5
    choice_5_dot[:] = choice_5_dot * c + view * c_dot
    view *= c
    if c > 0.0:
        choice_6_dot = b_dot
        choice_6 = b
    else:
        choice_6_dot = b_dot[1:]
        choice_6 = b[1:]
    squared_in_front_tangent(choice_6, c, choice_6_dot, c_dot)
    if c > 5.0:
        choice_7_dot = a_dot.copy()
        choice_7 = a * 1.0
    else:
        choice_7_dot = a_dot
        choice_7 = a
    a = choice_7
    choice_7_dot[0] = c_dot * x[1] + c * x_dot[1]
    a[0] = c * x[1]
    value = np.sum(a) + np.sum(b * b)
    return value, np.sum(choice_7_dot) + np.sum(b_dot * b + b * b_dot)
