import math


def augmented_assignment_of_names_value_and_grad(x, y):
    """The value of augmented_assignment_of_names, and its gradient with respect to x
    and y.
    """
    # forward sweep: saves s and t
    s = x
    t = 3.0 * y
    s += y * x
    t //= 2.0
    s_saved = s
    s *= s
    s_saved_2 = s
    s -= math.cos(s) * t
    s_saved_3 = s
    s /= y + s * s
    s_saved_4 = s
    s **= 2
    s %= 1.0
    t_saved = t
    t += s
    t -= x
    value = s * t

    # reverse sweep
    s_bar = t + s
    x_bar = -s
    t = t_saved
    s = s_saved_4
    s_bar = 2.0 * s * s_bar
    s = s_saved_3
    numerator_bar = s_bar / (y + s * s)
    sum_bar = -s * numerator_bar / (y + s * s)
    s_bar = numerator_bar + 2.0 * s * sum_bar
    s = s_saved_2
    s_bar += math.sin(s) * t * s_bar
    s = s_saved
    s_bar = 2.0 * s * s_bar
    return value, x_bar + (y + 1.0) * s_bar, sum_bar + x * s_bar + 0.0
