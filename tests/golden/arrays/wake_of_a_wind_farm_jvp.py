import numpy as np


def wake_of_a_wind_farm_jvp(
    x,
    y,
    wind,
    direction,
    thrust,
    spread,
    x_dot,
    y_dot,
    wind_dot,
    direction_dot,
    thrust_dot,
    spread_dot,
):
    """The value of wake_of_a_wind_farm, and its derivative in the direction x_dot,
    y_dot, wind_dot, direction_dot, thrust_dot, spread_dot.
    """
    sin_direction = np.sin(direction)
    c_dot = -sin_direction * direction_dot
    c = np.cos(direction)
    s_dot = c * direction_dot
    s = sin_direction
    if len(x) != len(y):
        raise ValueError("x and y have different shapes")
    along_dot = np.empty_like(x)
    along = np.empty_like(x)
    across_dot = np.empty_like(y)
    across = np.empty_like(y)
    for i in range(len(x)):
        along_dot[i] = c_dot * x[i] + c * x_dot[i] + (s_dot * y[i] + s * y_dot[i])
        along[i] = c * x[i] + s * y[i]
        across_dot[i] = c_dot * y[i] + c * y_dot[i] - (s_dot * x[i] + s * x_dot[i])
        across[i] = c * y[i] - s * x[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        total_dot = 0.0
        total = 0.0
        for j in range(len(x)):
            dx_dot = along_dot[i] - along_dot[j]
            dx = along[i] - along[j]
            dy_dot = across_dot[i] - across_dot[j]
            dy = across[i] - across[j]
            behind = dx > 0.0
            if behind:
                choice_dot = dx_dot
                choice = dx
            else:
                choice_dot = 0.0
                choice = 0.0
            width_dot = spread_dot * choice + spread * choice_dot
            width = 0.25 + spread * choice
            quotient = thrust / (8.0 * width**2)
            factor = thrust_dot - 16.0 * quotient * width * width_dot
            quotient_dot = factor / (8.0 * width**2)
            room = np.sqrt(np.maximum(1.0 - quotient, 0.01))
            room_dot = (-quotient_dot if 1.0 - quotient >= 0.01 else 0.0) / (2.0 * room)
            quotient = dy / width
            quotient_dot = (dy_dot - quotient * width_dot) / width
            exponential = np.exp(-0.5 * quotient**2)
            exponential_dot = -exponential * quotient * quotient_dot
            factor_2 = (1.0 - room) * exponential_dot - room_dot * exponential
            deficit_dot = factor_2 * behind
            deficit = (1.0 - room) * exponential * behind
            total_dot += 2.0 * deficit * deficit_dot
            total += deficit**2
        root = np.sqrt(total + 0.0001)
        speed_dot = wind_dot * (1.0 - root) - wind * total_dot / (2.0 * root)
        speed = wind * (1.0 - root)
        if speed < 3.0:
            power_dot = 0.0
            power = 0.0
        else:
            minimum_result = np.minimum(speed, 12.0)
            power_dot = 3.0 * minimum_result**2 * (speed_dot if speed <= 12.0 else 0.0)
            power = minimum_result**3
        total_2_dot += power_dot
        total_2 += power
    value = total_2 / (len(x) * wind**3)
    factor_3 = total_2_dot - 3.0 * value * len(x) * wind**2 * wind_dot
    value_dot = factor_3 / (len(x) * wind**3)
    return value, value_dot
