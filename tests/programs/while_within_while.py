"""Two nested while loops whose numbers of trips both depend on the data."""


def while_within_while(x, y):
    s = x
    while s < 20.0:
        t = y
        while t < s:
            t = t * 1.7 + 0.1 * x
        s = s + 0.5 * t
    return s * y


EXAMPLE = (0.7, 0.4)
