def heat_in_three_dimensions_jvp(
    start, conductivity, dt, start_dot, conductivity_dot, dt_dot
):
    """The value of heat_in_three_dimensions, and its derivative in the direction
    start_dot, conductivity_dot, dt_dot.
    """
    now_dot = start_dot
    now = start
    for _ in range(2):
        after_dot = now_dot.copy()
        after = now.copy()
        for i in range(1, start.shape[0] - 1):
            for j in range(1, start.shape[1] - 1):
                for k in range(1, start.shape[2] - 1):
                    flow_dot = now_dot[i + 1, j, k] + now_dot[i - 1, j, k]
                    flow = now[i + 1, j, k] + now[i - 1, j, k]
                    flow_dot += now_dot[i, j + 1, k] + now_dot[i, j - 1, k]
                    flow += now[i, j + 1, k] + now[i, j - 1, k]
                    flow_dot += now_dot[i, j, k + 1] + now_dot[i, j, k - 1]
                    flow += now[i, j, k + 1] + now[i, j, k - 1]
                    flow_dot -= 6.0 * now_dot[i, j, k]
                    flow -= 6.0 * now[i, j, k]
                    term_2 = dt * conductivity_dot[i, j, k]
                    factor = dt_dot * conductivity[i, j, k] + term_2
                    term = factor * flow
                    after_dot[i, j, k] += term + dt * conductivity[i, j, k] * flow_dot
                    after[i, j, k] += dt * conductivity[i, j, k] * flow
        now_dot = after_dot
        now = after
    total_dot = 0.0
    total = 0.0
    for i in range(now.shape[0]):
        for j in range(now.shape[1]):
            for k in range(now.shape[2]):
                term_3 = now[i, j, k] * now_dot[i, j, k]
                total_dot += now_dot[i, j, k] * now[i, j, k] + term_3
                total += now[i, j, k] * now[i, j, k]
    return total, total_dot
