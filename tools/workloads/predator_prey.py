"""RK4 on the equations of Lotka and Volterra: each step saves the state it starts from.

The reverse sweep computes the stages of a step again from that state.
"""

import numpy as np
from numba import njit

ARGNUMS = (0, 1)


def primal(start, rates, steps, dt):
    prey, hunters = start[0], start[1]
    a, b, c, d = rates[0], rates[1], rates[2], rates[3]
    for _ in range(steps):
        k1 = prey * (a - b * hunters)
        l1 = hunters * (c * prey - d)
        u = prey + 0.5 * dt * k1
        v = hunters + 0.5 * dt * l1
        k2 = u * (a - b * v)
        l2 = v * (c * u - d)
        u = prey + 0.5 * dt * k2
        v = hunters + 0.5 * dt * l2
        k3 = u * (a - b * v)
        l3 = v * (c * u - d)
        u = prey + dt * k3
        v = hunters + dt * l3
        k4 = u * (a - b * v)
        l4 = v * (c * u - d)
        prey += dt / 6.0 * (k1 + 2.0 * (k2 + k3) + k4)
        hunters += dt / 6.0 * (l1 + 2.0 * (l2 + l3) + l4)
    return prey * prey + hunters * hunters


@njit(error_model="numpy")
def stages(prey, hunters, a, b, c, d, dt):
    """The four states at which a step evaluates the rates."""
    u2 = prey + 0.5 * dt * prey * (a - b * hunters)
    v2 = hunters + 0.5 * dt * hunters * (c * prey - d)
    u3 = prey + 0.5 * dt * u2 * (a - b * v2)
    v3 = hunters + 0.5 * dt * v2 * (c * u2 - d)
    u4 = prey + dt * u3 * (a - b * v3)
    v4 = hunters + dt * v3 * (c * u3 - d)
    return prey, hunters, u2, v2, u3, v3, u4, v4


@njit(error_model="numpy")
def stage_back(u, v, k_bar, l_bar, rates, rates_bar):
    """The adjoints of u and v in one evaluation of the rates; adds to rates_bar."""
    rates_bar[0] += u * k_bar
    rates_bar[1] -= u * v * k_bar
    rates_bar[2] += u * v * l_bar
    rates_bar[3] -= v * l_bar
    u_bar = (rates[0] - rates[1] * v) * k_bar + rates[2] * v * l_bar
    v_bar = (rates[2] * u - rates[3]) * l_bar - rates[1] * u * k_bar
    return u_bar, v_bar


@njit(error_model="numpy")
def step_back(prey, hunters, p_bar, h_bar, rates, dt, rates_bar):
    """The adjoints of the state that a step starts from; adds to rates_bar."""
    a, b, c, d = rates[0], rates[1], rates[2], rates[3]
    u1, v1, u2, v2, u3, v3, u4, v4 = stages(prey, hunters, a, b, c, d, dt)
    k_bar, l_bar = dt / 6.0 * p_bar, dt / 6.0 * h_bar
    u4_bar, v4_bar = stage_back(u4, v4, k_bar, l_bar, rates, rates_bar)
    k_bar, l_bar = 2.0 * k_bar, 2.0 * l_bar
    k3_bar, l3_bar = k_bar + dt * u4_bar, l_bar + dt * v4_bar
    u3_bar, v3_bar = stage_back(u3, v3, k3_bar, l3_bar, rates, rates_bar)
    k2_bar, l2_bar = k_bar + 0.5 * dt * u3_bar, l_bar + 0.5 * dt * v3_bar
    u2_bar, v2_bar = stage_back(u2, v2, k2_bar, l2_bar, rates, rates_bar)
    k1_bar = 0.5 * k_bar + 0.5 * dt * u2_bar
    l1_bar = 0.5 * l_bar + 0.5 * dt * v2_bar
    u1_bar, v1_bar = stage_back(u1, v1, k1_bar, l1_bar, rates, rates_bar)
    p_bar += u1_bar + u2_bar + u3_bar + u4_bar
    h_bar += v1_bar + v2_bar + v3_bar + v4_bar
    return p_bar, h_bar


def by_hand(start, rates, steps, dt):
    """The value of primal and its gradient with respect to start and rates."""
    prey, hunters = start[0], start[1]
    a, b, c, d = rates[0], rates[1], rates[2], rates[3]
    prey_saved, hunters_saved = np.empty(steps), np.empty(steps)
    for i in range(steps):
        prey_saved[i], hunters_saved[i] = prey, hunters
        u1, v1, u2, v2, u3, v3, u4, v4 = stages(prey, hunters, a, b, c, d, dt)
        k1, k2 = u1 * (a - b * v1), u2 * (a - b * v2)
        k3, k4 = u3 * (a - b * v3), u4 * (a - b * v4)
        l1, l2 = v1 * (c * u1 - d), v2 * (c * u2 - d)
        l3, l4 = v3 * (c * u3 - d), v4 * (c * u4 - d)
        prey += dt / 6.0 * (k1 + 2.0 * (k2 + k3) + k4)
        hunters += dt / 6.0 * (l1 + 2.0 * (l2 + l3) + l4)
    value = prey * prey + hunters * hunters
    prey_bar, hunters_bar = 2.0 * prey, 2.0 * hunters
    rates_bar = np.zeros_like(rates)
    for i in range(steps - 1, -1, -1):
        prey, hunters = prey_saved[i], hunters_saved[i]
        prey_bar, hunters_bar = step_back(
            prey, hunters, prey_bar, hunters_bar, rates, dt, rates_bar
        )
    return value, np.array([prey_bar, hunters_bar]), rates_bar


def arguments(quick):
    steps = 20 if quick else 10_000
    start, rates = np.array([1.0, 0.8]), np.array([1.1, 0.9, 0.7, 1.2])
    return start, rates, steps, 1e-3
