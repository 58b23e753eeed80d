import math


def two_link_arm_jvp(
    angles,
    lengths,
    target_0,
    target_1,
    angles_dot,
    lengths_dot,
    target_0_dot,
    target_1_dot,
):
    """The value of two_link_arm, and its derivative in the direction angles_dot,
    lengths_dot, target_0_dot, target_1_dot.
    """
    x_dot = 0.0
    x = 0.0
    y_dot = 0.0
    y = 0.0
    heading_dot = 0.0
    heading = 0.0
    for k in range(min(len(angles), len(lengths))):
        length_dot = lengths_dot[k]
        length = lengths[k]
        heading_dot += angles_dot[k]
        heading += angles[k]
        cos_heading = math.cos(heading)
        sin_heading = math.sin(heading)
        x_dot += length_dot * cos_heading - length * sin_heading * heading_dot
        x += length * cos_heading
        y_dot += length_dot * sin_heading + length * cos_heading * heading_dot
        y += length * sin_heading
    value = math.hypot(x - target_0, y - target_1)
    term = (y - target_1) * (y_dot - target_1_dot)
    factor = (x - target_0) * (x_dot - target_0_dot) + term
    value_dot = factor / value
    return value, value_dot
