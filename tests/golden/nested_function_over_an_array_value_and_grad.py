import numpy as np


def deposit(i, amount, total, y):
    total[0] += amount * y[i]
    y[i] = amount


def deposit_adjoint(i, amount, y, total_bar, y_bar):
    """The adjoint of amount in deposit; the adjoint of total and y is added to
    total_bar, y_bar.
    """
    # forward sweep: saves y
    y_saved = y[i]
    y[i] = amount

    # reverse sweep
    y[i] = y_saved
    amount_bar = y_bar[i] + y[i] * total_bar[0]
    y_bar[i] = amount * total_bar[0]
    return amount_bar


def nested_function_over_an_array_value_and_grad(x):
    """The value of nested_function_over_an_array, and its gradient with respect to
    x.
    """
    # forward sweep: saves total and y
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    total = np.zeros(1)
    total_saved = []
    y_saved = []
    for i in range(len(x)):
        total_saved.append(total.copy())
        y_saved.append(y.copy())
        deposit(i, x[i] * total[0] + 1.0, total, y)
    value = total[0] * y[1] * y[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    total_bar = np.zeros_like(total)
    total_bar[0] += y[1] * y[2]
    y_bar[1] += total[0] * y[2]
    y_bar[2] += total[0] * y[1]
    for i in range(len(x) - 1, -1, -1):
        y_before = y_saved.pop()
        total[:] = total_saved.pop()
        amount_bar = deposit_adjoint(
            i, x[i] * total[0] + 1.0, y_before, total_bar, y_bar
        )
        x_bar[i] += total[0] * amount_bar
        total_bar[0] += x[i] * amount_bar
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * y_bar[i]
    return value, x_bar
