"""Values pass through int, float and bool on their way."""


def conversions_between_kinds(x, n):
    k = int(x * 3.0)
    scale = float(n) / 2.0
    on = bool(k)
    s = scale * x
    if on:
        s = s * x + k
    return s * x


EXAMPLE = (1.5, 3)
