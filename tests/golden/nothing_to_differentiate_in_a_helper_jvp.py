def quarter():
    return 0.25


def wrap(i, n):
    if n == 0:
        raise ZeroDivisionError("division by zero")
    return (i + n) % n


def nothing_to_differentiate_in_a_helper_jvp(x, x_dot):
    """The value of nothing_to_differentiate_in_a_helper, and its derivative in the
    direction x_dot.
    """
    n = len(x)
    s_dot = 0.0
    s = 0.0
    for i in range(n):
        quarter_result = quarter()
        term_2 = quarter_result * x[wrap(i - 1, n)] * x_dot[wrap(i + 1, n)]
        factor = quarter_result * x_dot[wrap(i - 1, n)] * x[wrap(i + 1, n)] + term_2
        term = factor * x[i]
        term_3 = quarter_result * x[wrap(i - 1, n)] * x[wrap(i + 1, n)] * x_dot[i]
        s_dot += term + term_3
        s += quarter_result * x[wrap(i - 1, n)] * x[wrap(i + 1, n)] * x[i]
    return s, s_dot
