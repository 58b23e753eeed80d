import math

import numpy as np


def update_two_arguments_adjoint(position, velocity, dt, position_bar, velocity_bar):
    """The adjoint of dt in update_two_arguments; the adjoint of position and
    velocity is added to position_bar, velocity_bar.
    """
    # forward sweep: saves position
    position_saved = np.empty(len(position))
    for i in range(len(position)):
        velocity[i] -= dt * math.sin(position[i])
        position_saved[i] = position[i]
        position[i] += dt * velocity[i]

    # reverse sweep
    dt_bar = 0.0
    for i in range(len(position)):
        position[i] = position_saved[i]
        velocity_bar[i] += dt * position_bar[i]
        sin_position = math.sin(position[i])
        dt_bar += velocity[i] * position_bar[i] - sin_position * velocity_bar[i]
        position_bar[i] -= math.cos(position[i]) * dt * velocity_bar[i]
    return dt_bar
