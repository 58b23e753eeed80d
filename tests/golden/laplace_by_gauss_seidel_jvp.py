import numpy as np


def laplace_by_gauss_seidel_jvp(edge, source, edge_dot, source_dot):
    """The value of laplace_by_gauss_seidel, and its derivative in the direction
    edge_dot, source_dot.
    """
    grid_dot = np.zeros((4, 4))
    grid = np.zeros((4, 4))
    if grid[0].shape != edge.shape:
        raise ValueError("grid[0] and edge have different shapes")
    for i in range(4):
        grid_dot[0, i] = edge_dot[i]
        grid[0, i] = edge[i]
    if grid[:, -1].shape != edge[::-1].shape:
        raise ValueError("grid[:, -1] and edge[::-1] have different shapes")
    edge_part_dot = edge_dot[::-1]
    edge_part = edge[::-1]
    for i in range(4):
        grid_dot[i, -1] = edge_part_dot[i]
        grid[i, -1] = edge_part[i]
    for _ in range(3):
        for i in range(1, 3):
            for j in range(1, 3):
                around_dot = (
                    grid_dot[i - 1, j]
                    + grid_dot[i + 1, j]
                    + grid_dot[i, j - 1]
                    + grid_dot[i, j + 1]
                )
                around = (
                    grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1]
                )
                term_2 = 2.0 * source * grid[i, j] * grid_dot[i, j]
                term = source_dot * grid[i, j] ** 2 + term_2
                factor = around_dot - term
                grid_dot[i, j] = 0.25 * factor
                grid[i, j] = 0.25 * (around - source * grid[i, j] ** 2)
    value_dot = (
        grid_dot[1, 1] * grid[2, 2] + grid[1, 1] * grid_dot[2, 2] + grid_dot[2, 1]
    )
    return grid[1, 1] * grid[2, 2] + grid[2, 1], value_dot
