import numpy as np


def heat_in_three_dimensions_value_and_grad(start, conductivity, dt):
    """The value of heat_in_three_dimensions, and its gradient with respect to start,
    conductivity and dt.
    """
    # forward sweep: saves now_bar, flow and after_bar
    start_bar = np.zeros_like(start)
    conductivity_bar = np.zeros_like(conductivity)
    now = start
    now_bar = start_bar
    now_bar_saved = []
    flow_saved = np.empty((2, start.shape[0], start.shape[1], start.shape[2]))
    after_bar_saved = []
    for k_2 in range(2):
        after = now.copy()
        after_bar = np.zeros_like(after)
        after_bar_saved.append(after_bar)
        for i in range(1, start.shape[0] - 1):
            for j in range(1, start.shape[1] - 1):
                for k in range(1, start.shape[2] - 1):
                    flow = now[i + 1, j, k] + now[i - 1, j, k]
                    flow += now[i, j + 1, k] + now[i, j - 1, k]
                    flow += now[i, j, k + 1] + now[i, j, k - 1]
                    flow -= 6.0 * now[i, j, k]
                    flow_saved[k_2, i, j, k] = flow
                    after[i, j, k] += dt * conductivity[i, j, k] * flow
        now_bar_saved.append(now_bar)
        now = after
        now_bar = after_bar
    total = 0.0
    for i in range(now.shape[0]):
        for j in range(now.shape[1]):
            for k in range(now.shape[2]):
                total += now[i, j, k] * now[i, j, k]

    # reverse sweep
    for i in range(now.shape[0]):
        for j in range(now.shape[1]):
            for k in range(now.shape[2]):
                now_bar[i, j, k] += 2.0 * now[i, j, k]
    dt_bar = 0.0
    for k_2 in range(1, -1, -1):
        now_bar = now_bar_saved.pop()
        after_bar = after_bar_saved.pop()
        for i in range(start.shape[0] - 2, 0, -1):
            for j in range(start.shape[1] - 2, 0, -1):
                for k in range(start.shape[2] - 2, 0, -1):
                    flow = flow_saved[k_2, i, j, k]
                    dt_bar += conductivity[i, j, k] * flow * after_bar[i, j, k]
                    conductivity_bar[i, j, k] += dt * flow * after_bar[i, j, k]
                    flow_bar = dt * conductivity[i, j, k] * after_bar[i, j, k]
                    now_bar[i, j, k] -= 6.0 * flow_bar
                    now_bar[i, j, k + 1] += flow_bar
                    now_bar[i, j, k - 1] += flow_bar
                    now_bar[i, j + 1, k] += flow_bar
                    now_bar[i, j - 1, k] += flow_bar
                    now_bar[i + 1, j, k] += flow_bar
                    now_bar[i - 1, j, k] += flow_bar
        now_bar += after_bar
    return total, start_bar, conductivity_bar, dt_bar
