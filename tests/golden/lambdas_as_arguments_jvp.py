import math


def function_3_tangent(t, y, t_dot, y_dot):
    """function_3 and its tangent."""
    return t + y, t_dot + y_dot


def compose_2_tangent(y, x, y_dot, x_dot):
    """compose_2 and its tangent."""
    exp_x = math.exp(x)
    exp_x_dot = exp_x * x_dot
    function_3_result, function_3_result_dot = function_3_tangent(
        exp_x, y, exp_x_dot, y_dot
    )
    function_3_result_2, function_3_result_2_dot = function_3_tangent(
        x, y, x_dot, y_dot
    )
    exp_function_3_result = math.exp(function_3_result_2)
    exp_function_3_result_dot = exp_function_3_result * function_3_result_2_dot
    value = function_3_result + exp_function_3_result
    return value, function_3_result_dot + exp_function_3_result_dot


def function_2_tangent(t, y, t_dot, y_dot):
    """function_2 and its tangent."""
    return t * t * y, (t_dot * t + t * t_dot) * y + t * t * y_dot


def function_tangent(t, x, t_dot, x_dot):
    """function and its tangent."""
    return math.sin(t) + x, math.cos(t) * t_dot + x_dot


def compose_tangent(y, x_2, x, y_dot, x_2_dot, x_dot):
    """compose and its tangent."""
    function_result, function_result_dot = function_tangent(x, x_2, x_dot, x_2_dot)
    function_2_result, function_2_result_dot = function_2_tangent(
        function_result, y, function_result_dot, y_dot
    )
    function_2_result_2, function_2_result_2_dot = function_2_tangent(
        x, y, x_dot, y_dot
    )
    function_result, function_result_dot = function_tangent(
        function_2_result_2, x_2, function_2_result_2_dot, x_2_dot
    )
    value = function_2_result + function_result
    return value, function_2_result_dot + function_result_dot


def lambdas_as_arguments_jvp(x, y, x_dot, y_dot):
    """The value of lambdas_as_arguments, and its derivative in the direction x_dot,
    y_dot.
    """
    a, a_dot = compose_tangent(y, x, x, y_dot, x_dot, x_dot)
    compose_2_result, compose_2_result_dot = compose_2_tangent(
        y, 0.1 * x, y_dot, 0.1 * x_dot
    )
    value = a * compose_2_result
    return value, a_dot * compose_2_result + a * compose_2_result_dot
