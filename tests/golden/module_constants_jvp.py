import math


def module_constants_jvp(x, GRAVITY, OFFSET, NODES, x_dot):
    """The value of module_constants, and its derivative in the direction x_dot."""
    s = GRAVITY * x[0] / OFFSET
    s_dot = GRAVITY * x_dot[0] / OFFSET
    for k in range(len(NODES)):
        s_dot += NODES[k] * x_dot[k] * x[k] + NODES[k] * x[k] * x_dot[k]
        s += NODES[k] * x[k] * x[k]
    place = 0
    weight = 1.0
    s_dot += weight * math.cos(x[place]) * x_dot[place]
    s += weight * math.sin(x[place])
    place = 2
    weight = -0.5
    s_dot += weight * math.cos(x[place]) * x_dot[place]
    s += weight * math.sin(x[place])
    place = 1
    weight = 0.25
    s += weight * math.sin(x[place])
    return s * -0.5, -0.5 * (s_dot + weight * math.cos(x[place]) * x_dot[place])
