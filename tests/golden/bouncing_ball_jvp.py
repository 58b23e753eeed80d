def bouncing_ball_jvp(
    height,
    speed,
    gravity,
    restitution,
    height_dot,
    speed_dot,
    gravity_dot,
    restitution_dot,
):
    """The value of bouncing_ball, and its derivative in the direction height_dot,
    speed_dot, gravity_dot, restitution_dot.
    """
    dt = 0.11
    bounces = 0
    t_dot = 0.0
    t = 0.0
    for _ in range(60):
        new_speed_dot = speed_dot - gravity_dot * dt
        new_speed = speed - gravity * dt
        new_height_dot = height_dot + 0.5 * (speed_dot + new_speed_dot) * dt
        new_height = height + 0.5 * (speed + new_speed) * dt
        if new_height < 0.0:
            part = height / (height - new_height)
            factor = height_dot - part * (height_dot - new_height_dot)
            part_dot = factor / (height - new_height)
            impact_dot = speed_dot - (gravity_dot * part + gravity * part_dot) * dt
            impact = speed - gravity * part * dt
            t_dot += part_dot * dt
            t += part * dt
            speed_dot = -restitution_dot * impact - restitution * impact_dot
            speed = -restitution * impact
            height_dot = 0.0
            height = 0.0
            bounces += 1
            if bounces == 2:
                break
        else:
            height_dot = new_height_dot
            height = new_height
            speed_dot = new_speed_dot
            speed = new_speed
            t += dt
    return t * speed, t_dot * speed + t * speed_dot
