"""The limit of a range is read once, so changing it later has no effect."""


def range_limit_changed_in_the_body(x, n):
    s = 1.0
    for i in range(n):
        n = n - 1
        s = s * x + i * n
    return s + n * x


EXAMPLE = (0.7, 3)
