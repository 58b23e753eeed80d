import numpy as np


def minmod_tangent(a, b, a_dot, b_dot):
    """minmod and its tangent."""
    if a * b <= 0.0:
        result_dot = 0.0
        result = 0.0
    elif abs(a) < abs(b):
        result_dot = a_dot
        result = a
    else:
        result_dot = b_dot
        result = b
    return result, result_dot


def limited_slopes_jvp(start, dt, steps, start_dot, dt_dot):
    """The value of limited_slopes, and its derivative in the direction start_dot,
    dt_dot.
    """
    n = len(start)
    u_dot = start_dot.copy()
    u = start.copy()
    flux_dot = np.zeros(n + 1)
    flux = np.zeros(n + 1)
    slope_dot = np.zeros(n)
    slope = np.zeros(n)
    for _ in range(steps):
        for i in range(1, n - 1):
            slope[i], slope_dot[i] = minmod_tangent(
                u[i] - u[i - 1],
                u[i + 1] - u[i],
                u_dot[i] - u_dot[i - 1],
                u_dot[i + 1] - u_dot[i],
            )
        for i in range(1, n):
            left_dot = u_dot[i - 1] + 0.5 * slope_dot[i - 1]
            left = u[i - 1] + 0.5 * slope[i - 1]
            right_dot = u_dot[i] - 0.5 * slope_dot[i]
            right = u[i] - 0.5 * slope[i]
            speed_dot = (
                (1.0 if right > 0.0 else -1.0 if right < 0.0 else 0.0) * right_dot
                if abs(right) > abs(left)
                else (1.0 if left > 0.0 else -1.0 if left < 0.0 else 0.0) * left_dot
            )
            speed = max(abs(left), abs(right))
            factor = (
                left_dot * left
                + left * left_dot
                + (right_dot * right + right * right_dot)
            )
            flux_dot[i] = 0.25 * factor
            flux[i] = 0.25 * (left * left + right * right)
            term = 0.5 * speed * (right_dot - left_dot)
            flux_dot[i] -= 0.5 * speed_dot * (right - left) + term
            flux[i] -= 0.5 * speed * (right - left)
        flux_dot[0] = flux_dot[1]
        flux[0] = flux[1]
        flux_dot[n] = flux_dot[n - 1]
        flux[n] = flux[n - 1]
        for i in range(n):
            term_2 = dt * (flux_dot[i + 1] - flux_dot[i])
            u_dot[i] -= dt_dot * (flux[i + 1] - flux[i]) + term_2
            u[i] -= dt * (flux[i + 1] - flux[i])
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        total_dot += 3.0 * u[i] ** 2 * u_dot[i]
        total += u[i] ** 3
    return total, total_dot
