import math


def return_out_of_a_while_loop_value_and_grad(x, y):
    """The value of return_out_of_a_while_loop, and its gradient with respect to x
    and y.
    """
    # forward sweep: saves y and t
    t = x
    y_saved = []
    t_saved = []
    while True:
        t_saved.append(t)
        t = math.cos(t) * y + 0.1 * x
        if t * t < 0.2:
            result = t * x
            break
        else:
            y_saved.append(y)
            y = y * 0.8

    # reverse sweep
    result_bar = 1.0
    t_bar = 0.0
    y_bar = 0.0
    x_bar = 0.0
    for trip in range(len(t_saved)):
        if t * t < 0.2:
            t_bar += x * result_bar
            x_bar += t * result_bar
            result_bar = 0.0
        else:
            y = y_saved.pop()
            y_bar = 0.8 * y_bar
        t = t_saved.pop()
        y_bar += math.cos(t) * t_bar
        x_bar += 0.1 * t_bar
        t_bar = -math.sin(t) * y * t_bar
    return result, x_bar + t_bar, y_bar
