def bouncing_ball_value_and_grad(height, speed, gravity, restitution):
    """The value of bouncing_ball, and its gradient with respect to height, speed,
    gravity and restitution.
    """
    # forward sweep: saves speed, height and new_height
    dt = 0.11
    bounces = 0
    t = 0.0
    speed_saved = []
    height_saved = []
    new_height_saved = []
    for k in range(60):
        new_speed = speed - gravity * dt
        new_height = height + 0.5 * (speed + new_speed) * dt
        new_height_saved.append(new_height)
        if new_height < 0.0:
            part = height / (height - new_height)
            impact = speed - gravity * part * dt
            t += part * dt
            speed_saved.append(speed)
            speed = -restitution * impact
            height_saved.append(height)
            height = 0.0
            bounces += 1
            if bounces == 2:
                break
        else:
            height = new_height
            speed = new_speed
            t += dt
    value = t * speed

    # reverse sweep
    t_bar = speed
    speed_bar = t
    restitution_bar = 0.0
    gravity_bar = 0.0
    height_bar = 0.0
    for k in range(len(new_height_saved) - 1, -1, -1):
        new_height = new_height_saved.pop()
        new_speed_bar = 0.0
        if new_height < 0.0:
            height = height_saved.pop()
            speed = speed_saved.pop()
            part = height / (height - new_height)
            impact = speed - gravity * part * dt
            restitution_bar -= impact * speed_bar
            speed_bar = -restitution * speed_bar
            part_bar = dt * t_bar - gravity * dt * speed_bar
            gravity_bar -= part * dt * speed_bar
            numerator_bar = part_bar / (height - new_height)
            height_bar = (1.0 - part) * numerator_bar
            new_height_bar = part * numerator_bar
        else:
            new_speed_bar += speed_bar
            speed_bar = 0.0
            new_height_bar = height_bar
            height_bar = 0.0
        height_bar += new_height_bar
        sum_bar = 0.5 * dt * new_height_bar
        new_speed_bar += sum_bar
        speed_bar += sum_bar + new_speed_bar
        gravity_bar -= dt * new_speed_bar
    return value, height_bar, speed_bar, gravity_bar, restitution_bar
