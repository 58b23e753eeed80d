def stirred_tangent(u, v, steps, u_dot, v_dot):
    """stirred and its tangent."""
    for t in range(steps):
        v_dot[0] = u_dot[0] * u[1] + u[0] * u_dot[1] + v_dot[1]
        v[0] = u[0] * u[1] + v[1]
        v_dot[1] = u_dot[1] * u[1] + u[1] * u_dot[1]
        v[1] = u[1] * u[1]
        u, v = v, u
        u_dot, v_dot = v_dot, u_dot
    return u[0] + 2.0 * v[1], u_dot[0] + 2.0 * v_dot[1]


def two_arguments_that_change_places_tangent(x, y, x_dot, y_dot):
    """two_arguments_that_change_places and its tangent."""
    first, first_dot = stirred_tangent(x, y, 3, x_dot, y_dot)
    return first * x[0] + y[1], first_dot * x[0] + first * x_dot[0] + y_dot[1]
