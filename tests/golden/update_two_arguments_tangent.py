import math


def update_two_arguments_tangent(
    position, velocity, dt, position_dot, velocity_dot, dt_dot
):
    """update_two_arguments and its tangent."""
    for i in range(len(position)):
        sin_position_dot = math.cos(position[i]) * position_dot[i]
        sin_position = math.sin(position[i])
        velocity_dot[i] -= dt_dot * sin_position + dt * sin_position_dot
        velocity[i] -= dt * sin_position
        position_dot[i] += dt_dot * velocity[i] + dt * velocity_dot[i]
        position[i] += dt * velocity[i]
