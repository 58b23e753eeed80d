import math


def integer_halved_or_stepped_jvp(x, n, x_dot):
    """The value of integer_halved_or_stepped, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 0.0
    k = n
    for i in range(5):
        if k % 2 == 0:
            k = k // 2
        else:
            k = k + 3
        s_dot += math.cos(x * k) * x_dot * k
        s += math.sin(x * k)
    return s, s_dot
