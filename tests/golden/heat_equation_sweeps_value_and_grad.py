import numpy as np


def heat_equation_sweeps_value_and_grad(u, conductivity, steps):
    """The value of heat_equation_sweeps, and its gradient with respect to u and
    conductivity.
    """
    # forward sweep: saves now
    n = len(u)
    now = u.copy()
    now_saved = []
    for k in range(steps):
        new = now.copy()
        for i in range(1, n - 1):
            left = 0.5 * (conductivity[i - 1] + conductivity[i])
            right = 0.5 * (conductivity[i] + conductivity[i + 1])
            flux = right * (now[i + 1] - now[i]) - left * (now[i] - now[i - 1])
            new[i] = now[i] + 0.2 * flux
        now_saved.append(now)
        now = new
    total = 0.0
    for i in range(len(now)):
        total += now[i] * now[i]

    # reverse sweep
    conductivity_bar = np.zeros_like(conductivity)
    now_bar = np.empty_like(now)
    for i in range(len(now)):
        now_bar[i] = 2.0 * now[i]
    for k in range(steps - 1, -1, -1):
        now = now_saved.pop()
        new_bar = now_bar
        now_bar = np.zeros_like(now)
        for i in range(1, n - 1):
            left = 0.5 * (conductivity[i - 1] + conductivity[i])
            right = 0.5 * (conductivity[i] + conductivity[i + 1])
            now_bar[i] += new_bar[i]
            flux_bar = 0.2 * new_bar[i]
            new_bar[i] = 0.0
            right_bar = (now[i + 1] - now[i]) * flux_bar
            now_bar[i + 1] += right * flux_bar
            left_bar = (now[i - 1] - now[i]) * flux_bar
            now_bar[i] -= (right + left) * flux_bar
            now_bar[i - 1] += left * flux_bar
            conductivity_bar[i + 1] += 0.5 * right_bar
            conductivity_bar[i - 1] += 0.5 * left_bar
            conductivity_bar[i] += 0.5 * right_bar + 0.5 * left_bar
        now_bar += new_bar
    return total, now_bar, conductivity_bar
