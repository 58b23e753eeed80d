import math


def square(t):
    return t * t


def bump(t):
    return math.exp(-square(t))


def square_adjoint(t, result_bar):
    """The adjoint of t in square."""
    return 2.0 * t * result_bar


def bump_adjoint(t, result_bar):
    """The adjoint of t in bump."""
    return square_adjoint(t, -math.exp(-square(t)) * result_bar)


def mix(a, b):
    return bump(a) * b + bump(square(b) - a)


def mix_adjoint(a, b, result_bar):
    """The adjoints of a and b in mix."""
    difference_bar = bump_adjoint(square(b) - a, result_bar)
    b_bar = bump(a) * result_bar + square_adjoint(b, difference_bar)
    return bump_adjoint(a, b * result_bar) - difference_bar, b_bar


def helpers_calling_helpers_value_and_grad(x, y):
    """The value of helpers_calling_helpers, and its gradient with respect to x and
    y.
    """
    # forward sweep
    square_x = square(x)
    bump_x = bump(x)
    mix_result = mix(y, bump_x)
    mix_result_2 = mix(square_x, mix_result)
    mix_result_3 = mix(x, y)
    square_mix_result = square(mix_result_3)

    # reverse sweep
    mix_result_3_bar = square_adjoint(mix_result_3, mix_result_2)
    x_bar, y_bar = mix_adjoint(x, y, mix_result_3_bar)
    square_x_bar, mix_result_bar = mix_adjoint(square_x, mix_result, square_mix_result)
    y_bar_part, bump_x_bar = mix_adjoint(y, bump_x, mix_result_bar)
    x_bar += bump_adjoint(x, bump_x_bar)
    x_bar += square_adjoint(x, square_x_bar)
    return mix_result_2 * square_mix_result, x_bar, y_bar + y_bar_part
