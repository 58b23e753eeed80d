def burgers_with_two_buffers_jvp(
    start, goal, speed, spread, start_dot, goal_dot, speed_dot, spread_dot
):
    """The value of burgers_with_two_buffers, and its derivative in the direction
    start_dot, goal_dot, speed_dot, spread_dot.
    """
    u_dot = start_dot.copy()
    u = start.copy()
    new_dot = start_dot.copy()
    new = start.copy()
    rows = u.shape[0]
    columns = u.shape[1]
    for _ in range(3):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise_dot = 2.0 * u_dot[i, j] - u_dot[i - 1, j] - u_dot[i, j - 1]
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around_dot = (
                    u_dot[i - 1, j]
                    + u_dot[i + 1, j]
                    + u_dot[i, j - 1]
                    + u_dot[i, j + 1]
                )
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                change_dot = (
                    spread_dot * (around - 4.0 * u[i, j])
                    + spread * (around_dot - 4.0 * u_dot[i, j])
                    - (
                        (speed_dot * u[i, j] + speed * u_dot[i, j]) * rise
                        + speed * u[i, j] * rise_dot
                    )
                )
                change = spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
                new_dot[i, j] = u_dot[i, j] + change_dot
                new[i, j] = u[i, j] + change
        u, new = new, u
        u_dot, new_dot = new_dot, u_dot
    misfit_dot = 0.0
    misfit = 0.0
    for i in range(rows):
        for j in range(columns):
            misfit_dot += (u[i, j] - goal[i, j]) * (u_dot[i, j] - goal_dot[i, j])
            misfit += 0.5 * (u[i, j] - goal[i, j]) ** 2
    return misfit, misfit_dot
