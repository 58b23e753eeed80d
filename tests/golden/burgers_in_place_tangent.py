def burgers_in_place_tangent(u, viscosity, steps, u_dot, viscosity_dot):
    """burgers_in_place and its tangent."""
    n = len(u)
    for _ in range(steps):
        for i in range(1, n - 1):
            term = u[i] * (u_dot[i + 1] - u_dot[i - 1])
            factor = u_dot[i] * (u[i + 1] - u[i - 1]) + term
            advection_dot = 0.5 * factor
            advection = u[i] * (u[i + 1] - u[i - 1]) * 0.5
            term_2 = viscosity * (u_dot[i + 1] - 2.0 * u_dot[i] + u_dot[i - 1])
            diffusion_dot = viscosity_dot * (u[i + 1] - 2.0 * u[i] + u[i - 1]) + term_2
            diffusion = viscosity * (u[i + 1] - 2.0 * u[i] + u[i - 1])
            u_dot[i] += 0.2 * (diffusion_dot - advection_dot)
            u[i] += 0.2 * (diffusion - advection)
        u_dot[0] = u_dot[n - 2]
        u[0] = u[n - 2]
        u_dot[n - 1] = u_dot[1]
        u[n - 1] = u[1]
    s_dot = 0.0
    s = 0.0
    for k in range(len(u)):
        value = u[k]
        s_dot += 3.0 * value**2 * u_dot[k]
        s += value**3
    return s, s_dot
