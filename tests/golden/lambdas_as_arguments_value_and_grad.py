import math


def function(t, x):
    return math.sin(t) + x


def function_2(t, y):
    return t * t * y


def compose(y, x_2, x):
    return function_2(function(x, x_2), y) + function(function_2(x, y), x_2)


def function_3(t, y):
    return t + y


def compose_2(y, x):
    return function_3(math.exp(x), y) + math.exp(function_3(x, y))


def function_3_adjoint(result_bar):
    """The adjoints of t and y in function_3."""
    return result_bar, result_bar


def compose_2_adjoint(y, x, result_bar):
    """The adjoints of y and x in compose_2."""
    # forward sweep
    exp_function_3_result = math.exp(function_3(x, y))

    # reverse sweep
    x_bar, y_bar = function_3_adjoint(exp_function_3_result * result_bar)
    exp_x_bar, y_bar_part = function_3_adjoint(result_bar)
    return y_bar + y_bar_part, x_bar + math.exp(x) * exp_x_bar


def function_2_adjoint(t, y, result_bar):
    """The adjoints of t and y in function_2."""
    return 2.0 * t * y * result_bar, t * t * result_bar


def function_adjoint(t, result_bar):
    """The adjoints of t and x in function."""
    return math.cos(t) * result_bar, result_bar


def compose_adjoint(y, x_2, x, result_bar):
    """The adjoints of y, x_2 and x in compose."""
    # forward sweep
    function_result = function(x, x_2)
    function_2_result = function_2(x, y)

    # reverse sweep
    function_2_result_2_bar, x_2_bar = function_adjoint(function_2_result, result_bar)
    x_bar, y_bar = function_2_adjoint(x, y, function_2_result_2_bar)
    function_result_bar, y_bar_part = function_2_adjoint(function_result, y, result_bar)
    x_bar_part, x_2_bar_part = function_adjoint(x, function_result_bar)
    x_2_bar += x_2_bar_part
    return y_bar + y_bar_part, x_2_bar, x_bar + x_bar_part


def lambdas_as_arguments_value_and_grad(x, y):
    """The value of lambdas_as_arguments, and its gradient with respect to x and y."""
    # forward sweep
    a = compose(y, x, x)
    compose_2_result = compose_2(y, 0.1 * x)

    # reverse sweep
    y_bar, x_bar = compose_2_adjoint(y, 0.1 * x, a)
    y_bar_part, x_bar_part, x_bar_part_2 = compose_adjoint(y, x, x, compose_2_result)
    x_bar = 0.1 * x_bar + x_bar_part + x_bar_part_2
    return a * compose_2_result, x_bar, y_bar + y_bar_part
