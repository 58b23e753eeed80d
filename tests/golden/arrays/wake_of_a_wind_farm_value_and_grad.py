import numpy as np


def wake_of_a_wind_farm_value_and_grad(x, y, wind, direction, thrust, spread):
    """The value of wake_of_a_wind_farm, and its gradient with respect to x, y, wind,
    direction, thrust and spread.
    """
    # forward sweep
    c = np.cos(direction)
    s = np.sin(direction)
    if len(x) != len(y):
        raise ValueError("x and y have different shapes")
    along = np.empty_like(x)
    across = np.empty_like(y)
    for i in range(len(x)):
        along[i] = c * x[i] + s * y[i]
        across[i] = c * y[i] - s * x[i]
    total_2 = 0.0
    for i in range(len(x)):
        total = 0.0
        for j in range(len(x)):
            dx = along[i] - along[j]
            dy = across[i] - across[j]
            behind = dx > 0.0
            if behind:
                choice = dx
            else:
                choice = 0.0
            width = 0.25 + spread * choice
            room = np.sqrt(np.maximum(1.0 - thrust / (8.0 * width**2), 0.01))
            deficit = (1.0 - room) * np.exp(-0.5 * (dy / width) ** 2) * behind
            total += deficit**2
        speed = wind * (1.0 - np.sqrt(total + 0.0001))
        if speed < 3.0:
            power = 0.0
        else:
            power = np.minimum(speed, 12.0) ** 3
        total_2 += power
    value = total_2 / (len(x) * wind**3)

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.empty_like(y)
    numerator_bar_2 = 1.0 / (len(x) * wind**3)
    wind_bar = -3.0 * wind**2 * len(x) * value * numerator_bar_2
    along_bar = np.zeros_like(along)
    across_bar = np.zeros_like(across)

    # forward and reverse in one sweep: the iterations are independent
    spread_bar = 0.0
    thrust_bar = 0.0
    for i in range(len(x)):
        total = 0.0
        for j in range(len(x)):
            dx = along[i] - along[j]
            dy = across[i] - across[j]
            behind = dx > 0.0
            if behind:
                choice = dx
            else:
                choice = 0.0
            width = 0.25 + spread * choice
            room = np.sqrt(np.maximum(1.0 - thrust / (8.0 * width**2), 0.01))
            deficit = (1.0 - room) * np.exp(-0.5 * (dy / width) ** 2) * behind
            total += deficit**2
        root = np.sqrt(total + 0.0001)
        speed = wind * (1.0 - root)
        total_bar = 0.0
        if not speed < 3.0:
            minimum_result_bar = 3.0 * np.minimum(speed, 12.0) ** 2 * numerator_bar_2
            speed_bar = minimum_result_bar if speed <= 12.0 else 0.0
            wind_bar += (1.0 - root) * speed_bar
            total_bar -= wind * speed_bar / (2.0 * root)
        across_i_bar = 0.0
        along_i_bar = 0.0
        for j in range(len(x)):
            dx = along[i] - along[j]
            dy = across[i] - across[j]
            behind = dx > 0.0
            if behind:
                choice = dx
            else:
                choice = 0.0
            width = 0.25 + spread * choice
            quotient = thrust / (8.0 * width**2)
            room = np.sqrt(np.maximum(1.0 - quotient, 0.01))
            quotient_2 = dy / width
            exponential = np.exp(-0.5 * quotient_2**2)
            deficit = (1.0 - room) * exponential * behind
            deficit_bar = 2.0 * deficit * total_bar
            exponential_bar = (1.0 - room) * deficit_bar * behind
            numerator_bar_3 = -quotient_2 * exponential * exponential_bar / width
            width_bar = -quotient_2 * numerator_bar_3
            maximum_result_bar = -exponential * deficit_bar * behind / (2.0 * room)
            quotient_bar = -(maximum_result_bar if 1.0 - quotient >= 0.01 else 0.0)
            numerator_bar = quotient_bar / (8.0 * width**2)
            thrust_bar += numerator_bar
            width_bar -= 16.0 * width * quotient * numerator_bar
            spread_bar += choice * width_bar
            choice_bar = spread * width_bar
            if behind:
                along_i_bar += choice_bar
                along_bar[j] -= choice_bar
            across_i_bar += numerator_bar_3
            across_bar[j] -= numerator_bar_3
        across_bar[i] += across_i_bar
        along_bar[i] += along_i_bar
    c_bar = 0.0
    s_bar = 0.0
    for i in range(len(x)):
        c_bar += y[i] * across_bar[i] + x[i] * along_bar[i]
        x_bar[i] = c * along_bar[i] - s * across_bar[i]
        s_bar += y[i] * along_bar[i] - x[i] * across_bar[i]
        y_bar[i] = c * across_bar[i] + s * along_bar[i]
    direction_bar = c * s_bar - s * c_bar
    return value, x_bar, y_bar, wind_bar, direction_bar, thrust_bar, spread_bar
