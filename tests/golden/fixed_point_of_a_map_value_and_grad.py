import math


def fixed_point_of_a_map_value_and_grad(a, b):
    """The value of fixed_point_of_a_map, and its gradient with respect to a and b."""
    # forward sweep: saves x, y and condition
    x = 0.0
    y = 0.0
    x_saved = []
    y_saved = []
    condition_saved = []
    for k in range(25):
        x_next = 0.4 * math.cos(a * y) + 0.1 * b
        y_saved.append(y)
        y = 0.3 * math.sin(b * x) + 0.2 * a
        condition = abs(x_next - x) < 1e-300
        condition_saved.append(condition)
        if condition:
            break
        x_saved.append(x)
        x = x_next
    value = x * y

    # reverse sweep
    x_bar = y
    y_bar = x
    b_bar = 0.0
    a_bar = 0.0
    for k in range(len(y_saved) - 1, -1, -1):
        condition = condition_saved.pop()
        x_next_bar = 0.0
        if not condition:
            x = x_saved.pop()
            x_next_bar += x_bar
            x_bar = 0.0
        y = y_saved.pop()
        product_bar_2 = 0.3 * math.cos(b * x) * y_bar
        x_bar += b * product_bar_2
        product_bar = -0.4 * math.sin(a * y) * x_next_bar
        a_bar += 0.2 * y_bar + y * product_bar
        y_bar = a * product_bar
        b_bar += x * product_bar_2 + 0.1 * x_next_bar
    return value, a_bar, b_bar
