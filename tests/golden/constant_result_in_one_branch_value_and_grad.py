import numpy as np


def clipped(t):
    if t < 0.0:
        result = 0.0
    elif t > 2.0:
        result = 2.0
    else:
        result = t * t
    return result


def clipped_adjoint(t, result_bar):
    """The adjoint of t in clipped."""
    t_bar = 0.0
    if not t < 0.0:
        if not t > 2.0:
            t_bar += 2.0 * t * result_bar
    return t_bar


def constant_result_in_one_branch_value_and_grad(x):
    """The value of constant_result_in_one_branch, and its gradient with respect to
    x.
    """
    # forward sweep
    clipped_x = clipped(x[0])
    clipped_x_2 = clipped(x[1])
    clipped_x_3 = clipped(x[2])

    # reverse sweep
    x_bar = np.zeros_like(x)
    x_bar[2] += clipped_x_2 + clipped_adjoint(x[2], x[0])
    x_bar[1] += clipped_x + clipped_adjoint(x[1], x[2])
    x_bar[0] += clipped_x_3 + clipped_adjoint(x[0], x[1])
    return clipped_x * x[1] + clipped_x_2 * x[2] + clipped_x_3 * x[0], x_bar
