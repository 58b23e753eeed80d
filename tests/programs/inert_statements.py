"""Docstring, assert, raise, print and f-string do not touch the derivative."""


def inert_statements(x, y):
    """Multiply, with a word on the way."""
    assert x > 0.0, f"x must be positive, not {x}"
    s = x * y
    if y > 100.0:
        raise ValueError("y is too large")
    label = f"{s}"
    print("the product is", s, label)
    s *= s
    return s + x


EXAMPLE = (0.7, 1.3)
