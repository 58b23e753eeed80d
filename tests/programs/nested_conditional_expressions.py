"""Conditional expressions within one another and within arithmetic."""

import math


def nested_conditional_expressions(x, y):
    a = x * y if x > y else (y - x if y > 5.0 else y * y)
    return a * (2.0 if x > 0.0 else 3.0) + (math.sin(a) if a > 0.0 else x)


EXAMPLE = (0.6, 1.2)
