import numpy as np


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < 1e-06:
        a = 1e-06
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    a_bar = result_bar
    if a < 1e-06:
        a_bar = 0.0
    return a_bar


def fill_diagonal(a, val):
    """Write a number, or a vector, on the diagonal of a matrix."""
    for i in range(min(a.shape[0], a.shape[1])):
        a[i, i] = val


def fill_diagonal_adjoint(a_bar):
    """The adjoint of val in fill_diagonal; the adjoint of a is added to a_bar."""
    val_bar = 0.0
    for i in range(min(a_bar.shape[0], a_bar.shape[1])):
        val_bar += a_bar[i, i]
        a_bar[i, i] = 0.0
    return val_bar


def replicator_with_mutation_vjp(shares, payoff, mutation, dt, steps, result_bar):
    """The adjoints of shares, payoff, mutation and dt of replicator_with_mutation,
    for the adjoint of its result.
    """
    # forward sweep: saves history and term
    n = shares.size
    transition = np.full((n, n), mutation / (n - 1))
    fill_diagonal(transition, 1.0 - mutation)
    history = np.empty((steps + 1, n))
    if history[0].shape != shares.shape:
        raise ValueError("history[0] and shares have different shapes")
    for i in range(n):
        history[0, i] = shares[i]
    history_saved = np.empty((steps, n))
    term_saved = []
    for t in range(steps):
        x = history[t]
        if payoff.shape[1] != len(x):
            raise ValueError("payoff and x have different shapes")
        fitness = payoff @ x
        if len(x) != len(fitness):
            raise ValueError("x and fitness have different shapes")
        mean = x @ fitness
        term = np.empty_like(x)
        term_saved.append(term)
        for i in range(n):
            term[i] = x[i] * fitness[i]
        product = term @ transition
        values = np.empty_like(x)
        for i in range(n):
            values[i] = x[i] + dt * (product[i] - mean * x[i])
        for i in range(n):
            history_saved[t, i] = history[t + 1, i]
            history[t + 1, i] = values[i]

    # reverse sweep
    shares_bar = np.zeros_like(shares)
    payoff_bar = np.zeros_like(payoff)
    out_bar = result_bar.copy()
    history_bar = np.empty_like(history)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(steps + 1):
        total_bar = -out_bar[i]
        for j in range(n):
            a_ij = history[i, j]
            safe = bounded(a_ij)
            safe_bar = np.log(safe) * total_bar + safe * total_bar / safe
            history_bar[i, j] = bounded_adjoint(a_ij, safe_bar)
    transition_bar = np.zeros_like(transition)
    dt_bar = 0.0
    for t in range(steps - 1, -1, -1):
        values_bar = np.zeros_like(fitness)
        for i in range(n):
            history[t + 1, i] = history_saved[t, i]
            values_bar[i] += history_bar[t + 1, i]
            history_bar[t + 1, i] = 0.0
        term = term_saved.pop()
        x = history[t]
        fitness = payoff @ x
        mean = x @ fitness
        product = term @ transition
        x_bar = history_bar[t]
        mean_bar = 0.0
        product_bar = np.empty_like(product)
        for i in range(n):
            dt_bar += (product[i] - mean * x[i]) * values_bar[i]
            difference_bar = dt * values_bar[i]
            product_bar[i] = difference_bar
            mean_bar -= x[i] * difference_bar
            x_bar[i] += values_bar[i] - mean * difference_bar
        term_bar = transition @ product_bar
        transition_bar += np.outer(term, product_bar)
        fitness_bar = np.zeros_like(fitness)
        for i in range(n):
            x_bar[i] += fitness[i] * term_bar[i]
            fitness_bar[i] += x[i] * term_bar[i]
        x_bar += fitness * mean_bar
        fitness_bar += x * mean_bar
        payoff_bar += np.outer(fitness_bar, x)
        x_bar += payoff.T @ fitness_bar
    for i in range(n):
        shares_bar[i] += history_bar[0, i]
    val_bar = fill_diagonal_adjoint(transition_bar)
    mutation_bar = np.sum(transition_bar) / (n - 1) - val_bar
    return shares_bar, payoff_bar, mutation_bar, dt_bar
