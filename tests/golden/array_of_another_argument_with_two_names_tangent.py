def array_of_another_argument_with_two_names_tangent(u, v, u_dot, v_dot):
    """array_of_another_argument_with_two_names and its tangent."""
    b_dot = v_dot
    b = v
    for _ in range(2):
        v_dot[0] = u_dot[0] * b[0] + u[0] * b_dot[0]
        v[0] = u[0] * b[0]
        b_dot = v_dot
        b = v
    if u[0] > 0.0:
        b, v = v, b
        b_dot, v_dot = v_dot, b_dot
        b_dot[1] = (u_dot[1] * v[0] + u[1] * v_dot[0]) * v[1] + u[1] * v[0] * v_dot[1]
        b[1] = u[1] * v[0] * v[1]
    tail_dot = v_dot[1:]
    tail = v[1:]
    for _ in range(2):
        term = (u_dot[0] * tail[0] + u[0] * tail_dot[0]) * v[0]
        tail_dot[0] = term + u[0] * tail[0] * v_dot[0]
        tail[0] = u[0] * tail[0] * v[0]
        u, v = v, u
        u_dot, v_dot = v_dot, u_dot
    value_before_2_dot = v_dot[0]
    value_before_2 = v[0]
    value_before_dot = u_dot[1]
    value_before = u[1]
    p = u
    q = v
    u_dot[0] = u_dot[0] * q[0] + p[0] * v_dot[0]
    p[0] = p[0] * q[0]
    p = q
    value_dot = value_before_2_dot + (value_before_dot * p[0] + value_before * v_dot[0])
    return value_before_2 + value_before * p[0], value_dot
