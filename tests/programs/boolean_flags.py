"""Truth values are kept in names and combined by and, or and not."""


def boolean_flags(x, y, strict):
    inside = x > 0.0 and y > 0.0
    outside = not inside or x > 10.0
    if inside and not strict:
        s = x * y
    else:
        s = x - y
    if outside or strict:
        s = s * x
    return s * s


EXAMPLE = (0.8, 1.3, False)
