def excess(t, a):
    return t**3 + a * t - 2.0


def excess_tangent(t, a, a_dot):
    """excess and its tangent."""
    return t**3 + a * t - 2.0, a_dot * t


def bisection_jvp(a, a_dot):
    """The value of bisection, and its derivative in the direction a_dot."""
    low = 0.0
    high = 2.0
    while high - low > 0.001:
        middle = 0.5 * (low + high)
        if excess(middle, a) > 0.0:
            high = middle
        else:
            low = middle
    root = 0.5 * (low + high)
    excess_result, excess_result_dot = excess_tangent(root, a, a_dot)
    quotient = excess_result / (3.0 * root * root + a)
    value_dot = (quotient * a_dot - excess_result_dot) / (3.0 * root * root + a)
    return root - quotient, value_dot
