import numpy as np


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < 1e-06:
        a_dot = 0.0
        a = 1e-06
    return a, a_dot


def fill_diagonal_tangent(a, val, a_dot, val_dot):
    """fill_diagonal and its tangent."""
    for i in range(min(a.shape[0], a.shape[1])):
        a_dot[i, i] = val_dot
        a[i, i] = val


def replicator_with_mutation_jvp(
    shares, payoff, mutation, dt, steps, shares_dot, payoff_dot, mutation_dot, dt_dot
):
    """The value of replicator_with_mutation, and its derivative in the direction
    shares_dot, payoff_dot, mutation_dot, dt_dot.
    """
    n = shares.size
    transition_dot = np.full((n, n), mutation_dot / (n - 1))
    transition = np.full((n, n), mutation / (n - 1))
    fill_diagonal_tangent(transition, 1.0 - mutation, transition_dot, -mutation_dot)
    history_dot = np.zeros((steps + 1, n))
    history = np.empty((steps + 1, n))
    if history[0].shape != shares.shape:
        raise ValueError("history[0] and shares have different shapes")
    for i in range(n):
        history_dot[0, i] = shares_dot[i]
        history[0, i] = shares[i]
    for t in range(steps):
        x_dot = history_dot[t]
        x = history[t]
        if payoff.shape[1] != len(x):
            raise ValueError("payoff and x have different shapes")
        fitness_dot = payoff_dot @ x + payoff @ x_dot
        fitness = payoff @ x
        if len(x) != len(fitness):
            raise ValueError("x and fitness have different shapes")
        mean_dot = x_dot @ fitness + x @ fitness_dot
        mean = x @ fitness
        term_dot = np.zeros_like(x)
        term = np.empty_like(x)
        for i in range(n):
            term_dot[i] = x_dot[i] * fitness[i] + x[i] * fitness_dot[i]
            term[i] = x[i] * fitness[i]
        product_dot = term_dot @ transition + term @ transition_dot
        product = term @ transition
        values_dot = np.zeros_like(x)
        values = np.empty_like(x)
        for i in range(n):
            term_3 = dt * (product_dot[i] - (mean_dot * x[i] + mean * x_dot[i]))
            term_2 = dt_dot * (product[i] - mean * x[i]) + term_3
            values_dot[i] = x_dot[i] + term_2
            values[i] = x[i] + dt * (product[i] - mean * x[i])
        for i in range(n):
            history_dot[t + 1, i] = values_dot[i]
            history[t + 1, i] = values[i]
    out_dot = np.empty(steps + 1)
    out = np.empty(steps + 1)
    for i in range(steps + 1):
        total_dot = 0.0
        total = 0.0
        for j in range(n):
            a_ij = history[i, j]
            safe, safe_dot = bounded_tangent(a_ij, history_dot[i, j])
            log_safe = np.log(safe)
            total_dot += safe_dot * log_safe + safe * safe_dot / safe
            total += safe * log_safe
        out_dot[i] = -total_dot
        out[i] = -total
    return out, out_dot
