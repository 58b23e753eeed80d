import numpy as np


def heat_in_three_dimensions_value_and_grad(start, conductivity, dt):
    """The value of heat_in_three_dimensions, and its gradient with respect to start,
    conductivity and dt.
    """
    # forward sweep: saves now
    now = start
    now_saved = []
    for k in range(2):
        after = now.copy()
        for i in range(1, start.shape[0] - 1):
            for j in range(1, start.shape[1] - 1):
                for k in range(1, start.shape[2] - 1):
                    flow = now[i + 1, j, k] + now[i - 1, j, k]
                    flow += now[i, j + 1, k] + now[i, j - 1, k]
                    flow += now[i, j, k + 1] + now[i, j, k - 1]
                    flow -= 6.0 * now[i, j, k]
                    after[i, j, k] += dt * conductivity[i, j, k] * flow
        now_saved.append(now)
        now = after
    total = 0.0
    for i in range(now.shape[0]):
        for j in range(now.shape[1]):
            for k in range(now.shape[2]):
                total += now[i, j, k] * now[i, j, k]

    # reverse sweep
    conductivity_bar = np.zeros_like(conductivity)
    now_bar = np.empty_like(now)
    for i in range(now.shape[0]):
        for j in range(now.shape[1]):
            for k in range(now.shape[2]):
                now_bar[i, j, k] = 2.0 * now[i, j, k]
    dt_bar = 0.0
    now_around_bar = np.zeros(
        (start.shape[0] + 2, start.shape[1] + 2, start.shape[2] + 2)
    )
    for k in range(1, -1, -1):
        now = now_saved.pop()
        after_bar = now_bar
        now_bar = np.zeros_like(now)
        for i in range(1, start.shape[0] - 1):
            for j in range(1, start.shape[1] - 1):
                for k in range(1, start.shape[2] - 1):
                    flow = now[i + 1, j, k] + now[i - 1, j, k]
                    flow += now[i, j + 1, k] + now[i, j - 1, k]
                    flow += now[i, j, k + 1] + now[i, j, k - 1]
                    flow -= 6.0 * now[i, j, k]
                    dt_bar += conductivity[i, j, k] * flow * after_bar[i, j, k]
                    conductivity_bar[i, j, k] += dt * flow * after_bar[i, j, k]
                    flow_bar = dt * conductivity[i, j, k] * after_bar[i, j, k]
                    now_bar[i, j, k] -= 6.0 * flow_bar
                    now_around_bar[i + 1, j + 1, k + 1] = flow_bar

        # each element takes what it is owed
        for i in range(start.shape[0]):
            for j in range(start.shape[1]):
                for k in range(start.shape[2]):
                    now_bar[i, j, k] += (
                        now_around_bar[i + 1, j + 1, k]
                        + now_around_bar[i + 1, j + 1, k + 2]
                        + now_around_bar[i + 1, j, k + 1]
                        + now_around_bar[i + 1, j + 2, k + 1]
                        + now_around_bar[i, j + 1, k + 1]
                        + now_around_bar[i + 2, j + 1, k + 1]
                    )
        now_bar += after_bar
    return total, now_bar, conductivity_bar, dt_bar
