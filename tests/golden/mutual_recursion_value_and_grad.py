def odd_part(n, x):
    if n == 0:
        result = x
    else:
        result = even_part(n - 1, x) + x * x
    return result


def even_part(n, x):
    if n == 0:
        result = 1.0
    else:
        result = odd_part(n - 1, x) * x
    return result


def odd_part_adjoint(n, x, result_bar):
    """The adjoint of x in odd_part."""
    if n == 0:
        x_bar = result_bar
    else:
        x_bar = 2.0 * x * result_bar + even_part_adjoint(n - 1, x, result_bar)
    return x_bar


def even_part_adjoint(n, x, result_bar):
    """The adjoint of x in even_part."""
    # forward sweep
    if n != 0:
        odd_part_result = odd_part(n - 1, x)

    # reverse sweep
    x_bar = 0.0
    if n != 0:
        x_bar += odd_part_result * result_bar
        x_bar += odd_part_adjoint(n - 1, x, x * result_bar)
    return x_bar


def mutual_recursion_value_and_grad(x):
    """The value of mutual_recursion, and its gradient with respect to x."""
    return even_part(5, x), even_part_adjoint(5, x, 1.0)
