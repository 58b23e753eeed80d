import numpy as np


def laplace_by_gauss_seidel_value_and_grad(edge, source):
    """The value of laplace_by_gauss_seidel, and its gradient with respect to edge
    and source.
    """
    # forward sweep: saves grid
    grid = np.zeros((4, 4))
    if grid[0].shape != edge.shape:
        raise ValueError("grid[0] and edge have different shapes")
    for i in range(4):
        grid[0, i] = edge[i]
    if grid[:, -1].shape != edge[::-1].shape:
        raise ValueError("grid[:, -1] and edge[::-1] have different shapes")
    edge_part = edge[::-1]
    for i in range(4):
        grid[i, -1] = edge_part[i]
    grid_saved = np.empty((3, 3, 3))
    for k in range(3):
        for i in range(1, 3):
            for j in range(1, 3):
                around = (
                    grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1]
                )
                grid_saved[k, i, j] = grid[i, j]
                grid[i, j] = 0.25 * (around - source * grid[i, j] ** 2)
    value = grid[1, 1] * grid[2, 2] + grid[2, 1]

    # reverse sweep
    edge_bar = np.zeros_like(edge)
    grid_bar = np.zeros_like(grid)
    grid_bar[1, 1] += grid[2, 2]
    grid_bar[2, 2] += grid[1, 1]
    grid_bar[2, 1] += 1.0
    source_bar = 0.0
    for k in range(2, -1, -1):
        for i in range(2, 0, -1):
            for j in range(2, 0, -1):
                grid[i, j] = grid_saved[k, i, j]
                difference_bar = 0.25 * grid_bar[i, j]
                grid_bar[i, j] = 0.0
                source_bar -= grid[i, j] ** 2 * difference_bar
                grid_bar[i, j] -= 2.0 * grid[i, j] * source * difference_bar
                grid_bar[i - 1, j] += difference_bar
                grid_bar[i + 1, j] += difference_bar
                grid_bar[i, j - 1] += difference_bar
                grid_bar[i, j + 1] += difference_bar
    edge_part_bar = edge_bar[::-1]
    for i in range(4):
        edge_part_bar[i] += grid_bar[i, -1]
        grid_bar[i, -1] = 0.0
    for i in range(4):
        edge_bar[i] += grid_bar[0, i]
    return value, edge_bar, source_bar
