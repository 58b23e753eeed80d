def reduce_angle(t):
    if t < 0.5:
        result = t * t
    else:
        result = 2.0 * reduce_angle(t / 2.0) + 0.1 * t
    return result


def reduce_angle_adjoint(t, result_bar):
    """The adjoint of t in reduce_angle."""
    if t < 0.5:
        t_bar = 2.0 * t * result_bar
    else:
        t_bar = 0.1 * result_bar
        t_bar += 0.5 * reduce_angle_adjoint(0.5 * t, 2.0 * result_bar)
    return t_bar


def data_dependent_recursion_value_and_grad(x, y):
    """The value of data_dependent_recursion, and its gradient with respect to x and
    y.
    """
    # forward sweep
    reduce_angle_result = reduce_angle(x * y)
    reduce_angle_y = reduce_angle(y)

    # reverse sweep
    product_bar = reduce_angle_adjoint(x * y, reduce_angle_y)
    y_bar = reduce_angle_adjoint(y, reduce_angle_result) + x * product_bar
    return reduce_angle_result * reduce_angle_y, y * product_bar, y_bar
