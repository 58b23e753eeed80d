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
    b_dot = np.empty_like(x)
    b = np.empty_like(x)
    for i in range(len(x)):
        b_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        b[i] = x[i] * x[i]
    for k in range(3):
        if k % 2:
            source_dot = a_dot
            source = a
            target_dot = b_dot
            target = b
        else:
            source_dot = b_dot
            source = b
            target_dot = a_dot
            target = a
        for i in range(1, len(x)):
            target_dot[i] = (
                source_dot[i - 1] * source[i] + source[i - 1] * source_dot[i] + c_dot
            )
            target[i] = source[i - 1] * source[i] + c
    if c > 0.3:
        view_dot = a_dot[1:]
        view = a[1:]
    else:
        view_dot = a_dot
        view = a
    for i in range(len(view)):
        view_dot[i] = view_dot[i] * c + view[i] * c_dot
        view[i] *= c
    if c > 0.0:
        choice_6_dot = b_dot
        choice_6 = b
    else:
        choice_6_dot = b_dot[1:]
        choice_6 = b[1:]
    squared_in_front_tangent(choice_6, c, choice_6_dot, c_dot)
    if c > 5.0:
        a_2_dot = np.zeros_like(a)
        a_2 = np.empty_like(a)
        for i in range(len(x)):
            a_2_dot[i] = a_dot[i]
            a_2[i] = a[i] * 1.0
    else:
        a_2_dot = a_dot
        a_2 = a
    a_2_dot[0] = c_dot * x[1] + c * x_dot[1]
    a_2[0] = c * x[1]
    total_dot = 0.0
    total = 0.0
    for i in range(len(a_2)):
        total_dot += a_2_dot[i]
        total += a_2[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        total_2_dot += b_dot[i] * b[i] + b[i] * b_dot[i]
        total_2 += b[i] * b[i]
    return total + total_2, total_dot + total_2_dot
