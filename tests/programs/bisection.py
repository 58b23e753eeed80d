"""Bisection fixes the bracket, and one Newton step carries the derivative."""


def excess(t, a):
    return t**3 + a * t - 2.0


def bisection(a):
    low = 0.0
    high = 2.0
    while high - low > 1e-3:
        middle = 0.5 * (low + high)
        if excess(middle, a) > 0.0:
            high = middle
        else:
            low = middle
    root = 0.5 * (low + high)
    return root - excess(root, a) / (3.0 * root * root + a)


SMOOTH = False

EXAMPLE = (1.3,)
