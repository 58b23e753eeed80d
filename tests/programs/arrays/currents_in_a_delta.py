"""Numbers of a river's delta: flows that divide, what silt they carry, what settles."""

import numpy as np


def currents_in_a_delta(inflow, widths, slopes, splits, grain, steps):
    n = len(widths)
    routing = np.zeros((n, n))
    routing[np.arange(1, n), (np.arange(1, n) - 1) // 2] = splits
    flow = np.linalg.solve(np.eye(n) - routing, np.insert(np.zeros(n - 1), 0, inflow))
    bed = np.zeros(n)
    for _ in range(steps):
        slope = 1e-3 * (slopes - 0.1 * bed)
        depth = (flow / (30.0 * widths * np.sqrt(slope))) ** 0.6
        shields = depth * slope / (1.65e-3 * grain)
        excess = np.maximum(shields - 0.047, 0.0)
        load = 8.0 * widths * excess**1.5 * np.sqrt(16.2e-9 * grain**3)
        given = routing @ load
        np.place(given, np.arange(n) == 0, 0.9 * load[0])
        bed += 3e3 * (given - load) / widths
    return bed, depth, np.sum(load[n // 2 :])


EXAMPLE = (
    30.0,
    np.array([12.0, 8.0, 7.0, 5.0, 4.0]),
    np.array([2.0, 2.2, 2.5, 3.0, 2.8]),
    np.array([0.55, 0.45, 0.6, 0.4]),
    1.2,
    2,
)
