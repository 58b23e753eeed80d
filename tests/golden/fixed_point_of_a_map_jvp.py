import math


def fixed_point_of_a_map_jvp(a, b, a_dot, b_dot):
    """The value of fixed_point_of_a_map, and its derivative in the direction a_dot,
    b_dot.
    """
    x_dot = 0.0
    x = 0.0
    y_dot = 0.0
    y = 0.0
    for _ in range(25):
        x_next_dot = 0.1 * b_dot - 0.4 * math.sin(a * y) * (a_dot * y + a * y_dot)
        x_next = 0.4 * math.cos(a * y) + 0.1 * b
        y_dot = 0.3 * math.cos(b * x) * (b_dot * x + b * x_dot) + 0.2 * a_dot
        y = 0.3 * math.sin(b * x) + 0.2 * a
        if abs(x_next - x) < 1e-300:
            break
        x_dot = x_next_dot
        x = x_next
    return x * y, x_dot * y + x * y_dot
