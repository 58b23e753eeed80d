"""RK4 on the equations of Lotka and Volterra: each step saves the state it starts from.

The reverse sweep computes the stages of a step again from that state.
"""

import numpy as np
from numba import njit

import s2sad


@njit(error_model="numpy")
def rates(x, y, p):
    return p[0] * x - p[1] * x * y, p[2] * x * y - p[3] * y


def primal(x, y, p, steps, dt):
    for _ in range(steps):
        k1, l1 = rates(x, y, p)
        x2 = x + dt / 2.0 * k1
        y2 = y + dt / 2.0 * l1
        k2, l2 = rates(x2, y2, p)
        x3 = x + dt / 2.0 * k2
        y3 = y + dt / 2.0 * l2
        k3, l3 = rates(x3, y3, p)
        x4 = x + dt * k3
        y4 = y + dt * l3
        k4, l4 = rates(x4, y4, p)
        x += dt / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4)
        y += dt / 6.0 * (l1 + 2.0 * l2 + 2.0 * l3 + l4)
    return (x - 1.0) ** 2 + (y - 2.0) ** 2


def by_hand(x, y, p, steps, dt):
    """The value of primal and its gradient with respect to x, y and p."""
    p0, p1, p2, p3 = p[0], p[1], p[2], p[3]
    half, sixth, third = dt / 2.0, dt / 6.0, dt / 3.0
    x_saved, y_saved = np.empty(steps), np.empty(steps)
    for i in range(steps):
        x_saved[i] = x
        y_saved[i] = y
        k1, l1 = rates(x, y, p)
        x2, y2 = x + half * k1, y + half * l1
        k2, l2 = rates(x2, y2, p)
        x3, y3 = x + half * k2, y + half * l2
        k3, l3 = rates(x3, y3, p)
        x4, y4 = x + dt * k3, y + dt * l3
        k4, l4 = rates(x4, y4, p)
        x += sixth * (k1 + 2.0 * k2 + 2.0 * k3 + k4)
        y += sixth * (l1 + 2.0 * l2 + 2.0 * l3 + l4)
    value = (x - 1.0) ** 2 + (y - 2.0) ** 2

    x_bar, y_bar = 2.0 * (x - 1.0), 2.0 * (y - 2.0)
    p0_bar = p1_bar = p2_bar = p3_bar = 0.0
    for i in range(steps - 1, -1, -1):
        x, y = x_saved[i], y_saved[i]
        k1, l1 = rates(x, y, p)
        x2, y2 = x + half * k1, y + half * l1
        k2, l2 = rates(x2, y2, p)
        x3, y3 = x + half * k2, y + half * l2
        k3, l3 = rates(x3, y3, p)
        x4, y4 = x + dt * k3, y + dt * l3

        k4_bar, l4_bar = sixth * x_bar, sixth * y_bar
        x4_bar = (p0 - p1 * y4) * k4_bar + p2 * y4 * l4_bar
        y4_bar = (p2 * x4 - p3) * l4_bar - p1 * x4 * k4_bar
        k3_bar, l3_bar = third * x_bar + dt * x4_bar, third * y_bar + dt * y4_bar
        x3_bar = (p0 - p1 * y3) * k3_bar + p2 * y3 * l3_bar
        y3_bar = (p2 * x3 - p3) * l3_bar - p1 * x3 * k3_bar
        k2_bar, l2_bar = third * x_bar + half * x3_bar, third * y_bar + half * y3_bar
        x2_bar = (p0 - p1 * y2) * k2_bar + p2 * y2 * l2_bar
        y2_bar = (p2 * x2 - p3) * l2_bar - p1 * x2 * k2_bar
        k1_bar, l1_bar = sixth * x_bar + half * x2_bar, sixth * y_bar + half * y2_bar

        p0_bar += x4 * k4_bar + x3 * k3_bar + x2 * k2_bar + x * k1_bar
        p1_bar -= x4 * y4 * k4_bar + x3 * y3 * k3_bar
        p1_bar -= x2 * y2 * k2_bar + x * y * k1_bar
        p2_bar += x4 * y4 * l4_bar + x3 * y3 * l3_bar
        p2_bar += x2 * y2 * l2_bar + x * y * l1_bar
        p3_bar -= y4 * l4_bar + y3 * l3_bar + y2 * l2_bar + y * l1_bar
        x1_bar = (p0 - p1 * y) * k1_bar + p2 * y * l1_bar
        y1_bar = (p2 * x - p3) * l1_bar - p1 * x * k1_bar
        x_bar += x4_bar + x3_bar + x2_bar + x1_bar
        y_bar += y4_bar + y3_bar + y2_bar + y1_bar
    return value, x_bar, y_bar, np.array([p0_bar, p1_bar, p2_bar, p3_bar])


def derivative():
    return s2sad.value_and_grad(primal, argnums=(0, 1, 2))


def arguments(quick):
    p = np.array([1.5, 1.0, 1.0, 3.0])
    return 1.0, 1.0, p, 20 if quick else 10_000, 1e-3
