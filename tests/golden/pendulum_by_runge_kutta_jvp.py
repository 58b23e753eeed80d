import math


def slope_tangent(angle, speed, damping, angle_dot, speed_dot, damping_dot):
    """slope and its tangent."""
    term = damping_dot * speed + damping * speed_dot
    value_dot = -math.cos(angle) * angle_dot - term
    return speed, -math.sin(angle) - damping * speed, speed_dot, value_dot


def pendulum_by_runge_kutta_jvp(
    angle, speed, damping, steps, angle_dot, speed_dot, damping_dot
):
    """The value of pendulum_by_runge_kutta, and its derivative in the direction
    angle_dot, speed_dot, damping_dot.
    """
    h = 0.1
    for _ in range(steps):
        a1, s1, a1_dot, s1_dot = slope_tangent(
            angle, speed, damping, angle_dot, speed_dot, damping_dot
        )
        a2, s2, a2_dot, s2_dot = slope_tangent(
            angle + 0.5 * h * a1,
            speed + 0.5 * h * s1,
            damping,
            angle_dot + 0.5 * h * a1_dot,
            speed_dot + 0.5 * h * s1_dot,
            damping_dot,
        )
        a3, s3, a3_dot, s3_dot = slope_tangent(
            angle + 0.5 * h * a2,
            speed + 0.5 * h * s2,
            damping,
            angle_dot + 0.5 * h * a2_dot,
            speed_dot + 0.5 * h * s2_dot,
            damping_dot,
        )
        a4, s4, a4_dot, s4_dot = slope_tangent(
            angle + h * a3,
            speed + h * s3,
            damping,
            angle_dot + h * a3_dot,
            speed_dot + h * s3_dot,
            damping_dot,
        )
        angle_dot += h / 6.0 * (a1_dot + 2.0 * a2_dot + 2.0 * a3_dot + a4_dot)
        angle += h / 6.0 * (a1 + 2.0 * a2 + 2.0 * a3 + a4)
        speed_dot += h / 6.0 * (s1_dot + 2.0 * s2_dot + 2.0 * s3_dot + s4_dot)
        speed += h / 6.0 * (s1 + 2.0 * s2 + 2.0 * s3 + s4)
    value_dot = (
        0.5 * speed_dot * speed + 0.5 * speed * speed_dot + math.sin(angle) * angle_dot
    )
    return 0.5 * speed * speed + 1.0 - math.cos(angle), value_dot
