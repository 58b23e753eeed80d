import numpy as np


def burgers_with_two_buffers_value_and_grad(start, goal, speed, spread):
    """The value of burgers_with_two_buffers, and its gradient with respect to start,
    goal, speed and spread.
    """
    # forward sweep: saves new
    u = start.copy()
    new = start.copy()
    rows = u.shape[0]
    columns = u.shape[1]
    new_saved = np.empty((3, rows, columns))
    for k in range(3):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                change = spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
                new_saved[k, i, j] = new[i, j]
                new[i, j] = u[i, j] + change
        u, new = new, u
    misfit = 0.0
    for i in range(rows):
        for j in range(columns):
            misfit += 0.5 * (u[i, j] - goal[i, j]) ** 2

    # reverse sweep
    goal_bar = np.zeros_like(goal)
    u_bar = np.empty_like(u)
    for i in range(rows):
        for j in range(columns):
            difference_bar = u[i, j] - goal[i, j]
            u_bar[i, j] = difference_bar
            goal_bar[i, j] -= difference_bar
    new_bar = np.zeros_like(new)
    spread_bar = 0.0
    speed_bar = 0.0
    u_ahead_bar = np.zeros((rows + 2, columns + 2))
    u_behind_bar = np.zeros((rows + 2, columns + 2))
    for k in range(2, -1, -1):
        new, u = u, new
        new_bar, u_bar = u_bar, new_bar
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                new[i, j] = new_saved[k, i, j]
                new_i_j_bar = new_bar[i, j]
                new_bar[i, j] = 0.0
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                spread_bar += (around - 4.0 * u[i, j]) * new_i_j_bar
                around_bar = spread * new_i_j_bar
                speed_bar -= u[i, j] * rise * new_i_j_bar
                u_bar[i, j] += new_i_j_bar - (4.0 * spread + speed * rise) * new_i_j_bar
                rise_bar = -speed * u[i, j] * new_i_j_bar
                u_ahead_bar[i + 1, j + 1] = around_bar
                u_bar[i, j] += 2.0 * rise_bar
                u_behind_bar[i + 1, j + 1] = around_bar - rise_bar

        # each element takes what it is owed
        for i in range(rows):
            for j in range(columns):
                u_bar[i, j] += (
                    u_ahead_bar[i, j + 1]
                    + u_ahead_bar[i + 1, j]
                    + u_behind_bar[i + 2, j + 1]
                    + u_behind_bar[i + 1, j + 2]
                )
    return misfit, new_bar + u_bar, goal_bar, speed_bar, spread_bar
