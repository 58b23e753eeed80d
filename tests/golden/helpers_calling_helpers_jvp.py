import math


def square_tangent(t, t_dot):
    """square and its tangent."""
    return t * t, t_dot * t + t * t_dot


def bump_tangent(t, t_dot):
    """bump and its tangent."""
    square_t, square_t_dot = square_tangent(t, t_dot)
    value = math.exp(-square_t)
    return value, -value * square_t_dot


def mix_tangent(a, b, a_dot, b_dot):
    """mix and its tangent."""
    bump_a, bump_a_dot = bump_tangent(a, a_dot)
    square_b, square_b_dot = square_tangent(b, b_dot)
    bump_result, bump_result_dot = bump_tangent(square_b - a, square_b_dot - a_dot)
    value = bump_a * b + bump_result
    return value, bump_a_dot * b + bump_a * b_dot + bump_result_dot


def helpers_calling_helpers_jvp(x, y, x_dot, y_dot):
    """The value of helpers_calling_helpers, and its derivative in the direction
    x_dot, y_dot.
    """
    square_x, square_x_dot = square_tangent(x, x_dot)
    bump_x, bump_x_dot = bump_tangent(x, x_dot)
    mix_result, mix_result_dot = mix_tangent(y, bump_x, y_dot, bump_x_dot)
    mix_result, mix_result_dot = mix_tangent(
        square_x, mix_result, square_x_dot, mix_result_dot
    )
    mix_result_2, mix_result_2_dot = mix_tangent(x, y, x_dot, y_dot)
    square_mix_result, square_mix_result_dot = square_tangent(
        mix_result_2, mix_result_2_dot
    )
    value_dot = mix_result_dot * square_mix_result + mix_result * square_mix_result_dot
    return mix_result * square_mix_result, value_dot
