"""Hares and lynxes by Runge and Kutta's method, compared with counts."""


def rates(hare, lynx, p):
    """The rates at which the two populations change."""
    return (p[0] - p[1] * lynx) * hare, (p[3] * hare - p[2]) * lynx


def misfit(p, start, counts, dt, steps):
    """The squares of the errors in all years; `steps` steps of dt make a year."""
    hare = start[0]
    lynx = start[1]
    total = 0.0
    for year in range(counts.shape[0]):
        for _ in range(steps):
            h1, l1 = rates(hare, lynx, p)
            h2, l2 = rates(hare + 0.5 * dt * h1, lynx + 0.5 * dt * l1, p)
            h3, l3 = rates(hare + 0.5 * dt * h2, lynx + 0.5 * dt * l2, p)
            h4, l4 = rates(hare + dt * h3, lynx + dt * l3, p)
            hare += dt / 6.0 * (h1 + 2.0 * h2 + 2.0 * h3 + h4)
            lynx += dt / 6.0 * (l1 + 2.0 * l2 + 2.0 * l3 + l4)
        total += (hare - counts[year, 0]) ** 2 + (lynx - counts[year, 1]) ** 2
    return total
