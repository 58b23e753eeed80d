import math

import numpy as np


def slope(angle, speed, damping):
    return speed, -math.sin(angle) - damping * speed


def slope_adjoint(angle, speed, damping, result_0_bar, result_1_bar):
    """The adjoints of angle, speed and damping in slope."""
    speed_bar = result_0_bar - damping * result_1_bar
    return -math.cos(angle) * result_1_bar, speed_bar, -speed * result_1_bar


def pendulum_by_runge_kutta_value_and_grad(angle, speed, damping, steps):
    """The value of pendulum_by_runge_kutta, and its gradient with respect to angle,
    speed and damping.
    """
    # forward sweep: saves speed and angle
    h = 0.1
    speed_saved = np.empty(steps)
    angle_saved = np.empty(steps)
    for k in range(steps):
        a1, s1 = slope(angle, speed, damping)
        a2, s2 = slope(angle + 0.5 * h * a1, speed + 0.5 * h * s1, damping)
        a3, s3 = slope(angle + 0.5 * h * a2, speed + 0.5 * h * s2, damping)
        a4, s4 = slope(angle + h * a3, speed + h * s3, damping)
        angle_saved[k] = angle
        angle += h / 6.0 * (a1 + 2.0 * a2 + 2.0 * a3 + a4)
        speed_saved[k] = speed
        speed += h / 6.0 * (s1 + 2.0 * s2 + 2.0 * s3 + s4)
    value = 0.5 * speed * speed + 1.0 - math.cos(angle)

    # reverse sweep
    speed_bar = speed
    angle_bar = math.sin(angle)
    damping_bar = 0.0
    for k in range(steps - 1, -1, -1):
        speed = speed_saved[k]
        sum_bar_2 = h / 6.0 * speed_bar
        angle = angle_saved[k]
        sum_bar = h / 6.0 * angle_bar
        a1, s1 = slope(angle, speed, damping)
        a2, s2 = slope(angle + 0.5 * h * a1, speed + 0.5 * h * s1, damping)
        a3, s3 = slope(angle + 0.5 * h * a2, speed + 0.5 * h * s2, damping)
        angle_bar_part, speed_bar_part, damping_bar_part = slope_adjoint(
            angle + h * a3, speed + h * s3, damping, sum_bar, sum_bar_2
        )
        a3_bar = 2.0 * sum_bar + h * angle_bar_part
        s3_bar = 2.0 * sum_bar_2 + h * speed_bar_part
        angle_bar_part_2, speed_bar_part_2, damping_bar_part_2 = slope_adjoint(
            angle + 0.5 * h * a2, speed + 0.5 * h * s2, damping, a3_bar, s3_bar
        )
        a2_bar = 2.0 * sum_bar + 0.5 * h * angle_bar_part_2
        s2_bar = 2.0 * sum_bar_2 + 0.5 * h * speed_bar_part_2
        angle_bar_part_3, speed_bar_part_3, damping_bar_part_3 = slope_adjoint(
            angle + 0.5 * h * a1, speed + 0.5 * h * s1, damping, a2_bar, s2_bar
        )
        angle_bar += angle_bar_part + angle_bar_part_2 + angle_bar_part_3
        a1_bar = sum_bar + 0.5 * h * angle_bar_part_3
        speed_bar += speed_bar_part + speed_bar_part_2 + speed_bar_part_3
        s1_bar = sum_bar_2 + 0.5 * h * speed_bar_part_3
        damping_bar += damping_bar_part + damping_bar_part_2 + damping_bar_part_3
        angle_bar_part, speed_bar_part, damping_bar_part = slope_adjoint(
            angle, speed, damping, a1_bar, s1_bar
        )
        angle_bar += angle_bar_part
        speed_bar += speed_bar_part
        damping_bar += damping_bar_part
    return value, angle_bar, speed_bar, damping_bar
