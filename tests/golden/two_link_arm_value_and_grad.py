import math

import numpy as np


def two_link_arm_value_and_grad(angles, lengths, target_0, target_1):
    """The value of two_link_arm, and its gradient with respect to angles, lengths
    and target.
    """
    # forward sweep: saves heading
    x = 0.0
    y = 0.0
    heading = 0.0
    heading_saved = np.empty(min(len(angles), len(lengths)))
    for k in range(min(len(angles), len(lengths))):
        length = lengths[k]
        heading_saved[k] = heading
        heading += angles[k]
        x += length * math.cos(heading)
        y += length * math.sin(heading)
    value = math.hypot(x - target_0, y - target_1)

    # reverse sweep
    angles_bar = np.zeros_like(angles)
    lengths_bar = np.zeros_like(lengths)
    difference_bar = (x - target_0) / value
    difference_bar_2 = (y - target_1) / value
    heading_bar = 0.0
    for k in range(min(len(angles), len(lengths)) - 1, -1, -1):
        length = lengths[k]
        cos_heading = math.cos(heading)
        heading_bar += cos_heading * length * difference_bar_2
        sin_heading = math.sin(heading)
        lengths_bar[k] += sin_heading * difference_bar_2 + cos_heading * difference_bar
        heading_bar -= sin_heading * length * difference_bar
        heading = heading_saved[k]
        angles_bar[k] += heading_bar
    return value, angles_bar, lengths_bar, -difference_bar, -difference_bar_2
