"""Two carried scalars shift along through a temporary."""


def fibonacci_pair(x, n):
    a = x
    b = 1.0
    for _ in range(n):
        next_b = a * 0.5 + b * x
        a = b
        b = next_b
    return a * b


EXAMPLE = (0.8, 6)
