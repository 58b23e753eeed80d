"""A loop on True is left by a break in its middle."""


def endless_loop_left_by_break(x):
    s = x
    n = 0
    while True:
        s = s * s * 0.5 + x
        if s > 3.0:
            break
        n += 1
        s = s + 0.1 * n * x
    return s * s + n * x


EXAMPLE = (0.8,)
