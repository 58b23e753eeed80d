def heat_equation_sweeps_jvp(u, conductivity, steps, u_dot, conductivity_dot):
    """The value of heat_equation_sweeps, and its derivative in the direction u_dot,
    conductivity_dot.
    """
    n = len(u)
    now_dot = u_dot.copy()
    now = u.copy()
    for _ in range(steps):
        new_dot = now_dot.copy()
        new = now.copy()
        for i in range(1, n - 1):
            left_dot = 0.5 * (conductivity_dot[i - 1] + conductivity_dot[i])
            left = 0.5 * (conductivity[i - 1] + conductivity[i])
            right_dot = 0.5 * (conductivity_dot[i] + conductivity_dot[i + 1])
            right = 0.5 * (conductivity[i] + conductivity[i + 1])
            flux_dot = (
                right_dot * (now[i + 1] - now[i])
                + right * (now_dot[i + 1] - now_dot[i])
                - (
                    left_dot * (now[i] - now[i - 1])
                    + left * (now_dot[i] - now_dot[i - 1])
                )
            )
            flux = right * (now[i + 1] - now[i]) - left * (now[i] - now[i - 1])
            new_dot[i] = now_dot[i] + 0.2 * flux_dot
            new[i] = now[i] + 0.2 * flux
        now_dot = new_dot
        now = new
    total_dot = 0.0
    total = 0.0
    for i in range(len(now)):
        total_dot += now_dot[i] * now[i] + now[i] * now_dot[i]
        total += now[i] * now[i]
    return total, total_dot
