"""A ball falls in steps until it meets the floor; the event is then located."""


def bouncing_ball(height, speed, gravity, restitution):
    dt = 0.11
    bounces = 0
    t = 0.0
    for _ in range(60):
        new_speed = speed - gravity * dt
        new_height = height + 0.5 * (speed + new_speed) * dt
        if new_height < 0.0:
            part = height / (height - new_height)
            impact = speed - gravity * part * dt
            t += part * dt
            speed = -restitution * impact
            height = 0.0
            bounces += 1
            if bounces == 2:
                break
            continue
        height = new_height
        speed = new_speed
        t += dt
    return t * speed


EXAMPLE = (1.3, 0.4, 9.7, 0.8)
