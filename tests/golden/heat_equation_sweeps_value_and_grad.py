import numpy as np


def heat_equation_sweeps_value_and_grad(u, conductivity, steps):
    """The value of heat_equation_sweeps, and its gradient with respect to u and
    conductivity.
    """
    # forward sweep: saves now, now_bar and new_bar
    n = len(u)
    now = u.copy()
    now_bar = np.zeros_like(now)
    now_saved = []
    now_bar_saved = []
    new_bar_saved = []
    for k in range(steps):
        new = now.copy()
        new_bar = np.zeros_like(new)
        new_bar_saved.append(new_bar)
        for i in range(1, n - 1):
            left = 0.5 * (conductivity[i - 1] + conductivity[i])
            right = 0.5 * (conductivity[i] + conductivity[i + 1])
            flux = right * (now[i + 1] - now[i]) - left * (now[i] - now[i - 1])
            new[i] = now[i] + 0.2 * flux
        now_saved.append(now)
        now_bar_saved.append(now_bar)
        now = new
        now_bar = new_bar
    total = 0.0
    for i in range(len(now)):
        total += now[i] * now[i]

    # reverse sweep
    u_bar = np.zeros_like(u)
    conductivity_bar = np.zeros_like(conductivity)
    for i in range(len(now)):
        now_bar[i] += 2.0 * now[i]
    for k in range(steps - 1, -1, -1):
        now = now_saved.pop()
        now_bar = now_bar_saved.pop()
        new_bar = new_bar_saved.pop()
        for i in range(n - 2, 0, -1):
            new_i_bar = new_bar[i]
            new_bar[i] = 0.0
            flux_bar = 0.2 * new_i_bar
            left = 0.5 * (conductivity[i - 1] + conductivity[i])
            right = 0.5 * (conductivity[i] + conductivity[i + 1])
            right_bar = (now[i + 1] - now[i]) * flux_bar
            now_bar[i + 1] += right * flux_bar
            left_bar = (now[i - 1] - now[i]) * flux_bar
            now_bar[i] += new_i_bar - (right + left) * flux_bar
            now_bar[i - 1] += left * flux_bar
            conductivity_bar[i + 1] += 0.5 * right_bar
            conductivity_bar[i - 1] += 0.5 * left_bar
            conductivity_bar[i] += 0.5 * right_bar + 0.5 * left_bar
        now_bar += new_bar
    u_bar += now_bar
    return total, u_bar, conductivity_bar
