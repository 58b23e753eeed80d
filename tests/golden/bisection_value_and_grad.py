def excess(t, a):
    return t**3 + a * t - 2.0


def excess_adjoint(t, result_bar):
    """The adjoint of a in excess."""
    return t * result_bar


def bisection_value_and_grad(a):
    """The value of bisection, and its gradient with respect to a."""
    # forward sweep
    low = 0.0
    high = 2.0
    while high - low > 0.001:
        middle = 0.5 * (low + high)
        if excess(middle, a) > 0.0:
            high = middle
        else:
            low = middle
    root = 0.5 * (low + high)
    quotient = excess(root, a) / (3.0 * root * root + a)

    # reverse sweep
    numerator_bar = -1.0 / (3.0 * root * root + a)
    a_bar = excess_adjoint(root, numerator_bar) - quotient * numerator_bar
    return root - quotient, a_bar
