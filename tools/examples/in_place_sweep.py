"""Burgers' equation, marched in place: each cell is overwritten by its next value."""


def roughness(start, dt, dx, steps):
    """The squared slopes that a wave has after some upwind steps."""
    u = start.copy()
    for _ in range(steps):
        for i in range(len(u) - 1, 0, -1):
            u[i] -= dt / dx * u[i] * (u[i] - u[i - 1])
    total = 0.0
    for i in range(1, len(u)):
        total += (u[i] - u[i - 1]) ** 2 / dx
    return total
