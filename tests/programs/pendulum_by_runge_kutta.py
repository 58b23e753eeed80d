"""A damped pendulum is integrated by the classical Runge-Kutta method."""

import math


def slope(angle, speed, damping):
    return speed, -math.sin(angle) - damping * speed


def pendulum_by_runge_kutta(angle, speed, damping, steps):
    h = 0.1
    for _ in range(steps):
        a1, s1 = slope(angle, speed, damping)
        a2, s2 = slope(angle + 0.5 * h * a1, speed + 0.5 * h * s1, damping)
        a3, s3 = slope(angle + 0.5 * h * a2, speed + 0.5 * h * s2, damping)
        a4, s4 = slope(angle + h * a3, speed + h * s3, damping)
        angle += h / 6.0 * (a1 + 2.0 * a2 + 2.0 * a3 + a4)
        speed += h / 6.0 * (s1 + 2.0 * s2 + 2.0 * s3 + s4)
    return 0.5 * speed * speed + 1.0 - math.cos(angle)


EXAMPLE = (0.7, 0.3, 0.2, 4)
