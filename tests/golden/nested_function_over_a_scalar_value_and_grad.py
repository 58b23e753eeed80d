import math


def scaled(t, k):
    return k * math.sin(t)


def scaled_adjoint(t, k, result_bar):
    """The adjoints of t and k in scaled."""
    return math.cos(t) * k * result_bar, math.sin(t) * result_bar


def nested_function_over_a_scalar_value_and_grad(x):
    """The value of nested_function_over_a_scalar, and its gradient with respect to
    x.
    """
    # forward sweep
    k = x * x
    s = scaled(x, k)
    k_2 = 2.0 * x
    scaled_result = scaled(s, k_2)

    # reverse sweep
    s_bar, k_bar = scaled_adjoint(s, k_2, s)
    x_bar, k_bar_part = scaled_adjoint(x, k, scaled_result + s_bar)
    x_bar += 2.0 * k_bar + 2.0 * x * k_bar_part
    return s * scaled_result, x_bar
