import numpy as np


def minmod(a, b):
    if a * b <= 0.0:
        result = 0.0
    elif abs(a) < abs(b):
        result = a
    else:
        result = b
    return result


def minmod_adjoint(a, b, result_bar):
    """The adjoints of a and b in minmod."""
    b_bar = 0.0
    a_bar = 0.0
    if not a * b <= 0.0:
        if abs(a) < abs(b):
            a_bar += result_bar
        else:
            b_bar += result_bar
    return a_bar, b_bar


def limited_slopes_value_and_grad(start, dt, steps):
    """The value of limited_slopes, and its gradient with respect to start and dt."""
    # forward sweep: saves slope, flux and u
    n = len(start)
    u = start.copy()
    flux = np.zeros(n + 1)
    slope = np.zeros(n)
    slope_saved = np.empty((steps, n))
    flux_saved = np.empty((steps, n))
    flux_saved_2 = np.empty((steps, n))
    flux_saved_3 = np.empty(steps)
    flux_saved_4 = np.empty(steps)
    u_saved = np.empty((steps, n))
    for k in range(steps):
        for i in range(1, n - 1):
            slope_saved[k, i] = slope[i]
            slope[i] = minmod(u[i] - u[i - 1], u[i + 1] - u[i])
        for i in range(1, n):
            left = u[i - 1] + 0.5 * slope[i - 1]
            right = u[i] - 0.5 * slope[i]
            speed = max(abs(left), abs(right))
            flux_saved[k, i] = flux[i]
            flux[i] = 0.25 * (left * left + right * right)
            flux_saved_2[k, i] = flux[i]
            flux[i] -= 0.5 * speed * (right - left)
        flux_saved_3[k] = flux[0]
        flux[0] = flux[1]
        flux_saved_4[k] = flux[n]
        flux[n] = flux[n - 1]
        for i in range(n):
            u_saved[k, i] = u[i]
            u[i] -= dt * (flux[i + 1] - flux[i])
    total = 0.0
    for i in range(n):
        total += u[i] ** 3

    # reverse sweep
    u_bar = np.empty_like(u)
    for i in range(n):
        u_bar[i] = 3.0 * u[i] ** 2
    flux_bar = np.zeros_like(flux)
    slope_bar = np.zeros_like(slope)
    dt_bar = 0.0
    flux_ahead_bar = np.zeros(n)
    u_behind_bar = np.zeros(n)
    slope_behind_bar = np.zeros(n)
    u_behind_bar_2 = np.zeros(n + 2)
    u_ahead_bar = np.zeros(n + 2)
    for k in range(steps - 1, -1, -1):
        for i in range(n):
            u[i] = u_saved[k, i]
            dt_bar += (flux[i] - flux[i + 1]) * u_bar[i]
            flux_ahead_bar[i] = dt * u_bar[i]
            flux_bar[i] += dt * u_bar[i]

        # each element takes what it is owed
        for i in range(1, n + 1):
            flux_bar[i] -= flux_ahead_bar[i - 1]
        flux[n] = flux_saved_4[k]
        flux_n_bar = flux_bar[n]
        flux_bar[n] = 0.0
        flux_bar[n - 1] += flux_n_bar
        flux[0] = flux_saved_3[k]
        flux_part_bar = flux_bar[0]
        flux_bar[0] = 0.0
        flux_bar[1] += flux_part_bar
        for i in range(1, n):
            flux[i] = flux_saved_2[k, i]
            left = u[i - 1] + 0.5 * slope[i - 1]
            right = u[i] - 0.5 * slope[i]
            speed = max(abs(left), abs(right))
            speed_bar = -0.5 * (right - left) * flux_bar[i]
            difference_bar = -0.5 * speed * flux_bar[i]
            flux[i] = flux_saved[k, i]
            sum_bar = 0.25 * flux_bar[i]
            left_bar = 2.0 * left * sum_bar - difference_bar
            right_bar = difference_bar + 2.0 * right * sum_bar
            flux_bar[i] = 0.0
            factor = 1.0 if left > 0.0 else -1.0 if left < 0.0 else 0.0
            left_bar += factor * (0.0 if abs(right) > abs(left) else speed_bar)
            factor_2 = 1.0 if right > 0.0 else -1.0 if right < 0.0 else 0.0
            right_bar += factor_2 * (speed_bar if abs(right) > abs(left) else 0.0)
            u_bar[i] += right_bar
            slope_bar[i] -= 0.5 * right_bar
            u_behind_bar[i] = left_bar
            slope_behind_bar[i] = 0.5 * left_bar

        # each element takes what it is owed
        for i in range(n - 1):
            u_bar[i] += u_behind_bar[i + 1]

        # each element takes what it is owed
        for i in range(n - 1):
            slope_bar[i] += slope_behind_bar[i + 1]
        for i in range(1, n - 1):
            slope[i] = slope_saved[k, i]
            a_bar, b_bar = minmod_adjoint(
                u[i] - u[i - 1], u[i + 1] - u[i], slope_bar[i]
            )
            u_behind_bar_2[i + 1] = a_bar
            u_ahead_bar[i + 1] = b_bar
            u_bar[i] += a_bar - b_bar
            slope_bar[i] = 0.0

        # each element takes what it is owed
        for i in range(n):
            u_bar[i] += u_ahead_bar[i] - u_behind_bar_2[i + 2]
    return total, u_bar, dt_bar
