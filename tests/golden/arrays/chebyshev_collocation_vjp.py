import numpy as np


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def chebyshev_collocation_vjp(n, diffusion, reaction, left, right, result_bar):
    """The adjoints of diffusion, reaction, left and right of chebyshev_collocation,
    for the adjoint of its result.
    """
    # forward sweep
    x = np.empty(n + 1)
    c = np.ones(n + 1)
    c[0] = 2.0
    c[-1] = 2.0
    for i in range(n + 1):
        x[i] = np.cos(np.pi * i / n)
        c[i] *= (-1.0) ** i
    dx = np.empty((n + 1, n + 1))
    quotient = np.empty_like(c)
    for i in range(n + 1):
        for j in range(n + 1):
            dx[i, j] = x[i] - x[j] + (1.0 if i == j else 0.0)
        quotient[i] = 1.0 / c[i]
    operand = np.outer(c, quotient)
    if operand.shape[0] != n + 1:
        raise ValueError("operand and dx have different shapes")
    if operand.shape[1] != n + 1:
        raise ValueError("operand and dx have different shapes")
    d = np.empty_like(operand)
    v = np.empty(n + 1)
    for i in range(n + 1):
        v[i] = 0.0
        for j in range(n + 1):
            d[i, j] = operand[i, j] / dx[i, j]
            v[i] += d[i, j]
    matrix_of_result = matrix_of(v)
    term = np.empty_like(operand)
    for i in range(n + 1):
        for j in range(n + 1):
            d[i, j] -= matrix_of_result[i, j]
            term[i, j] = diffusion * d[i, j]
    product = term @ d
    operator = np.empty_like(product)
    force = np.empty(n + 1)
    for i in range(n + 1):
        for j in range(n + 1):
            operator[i, j] = product[i, j] - reaction * (1.0 if i == j else 0.0)
        force[i] = -np.exp(x[i])
    for i in range(n + 1):
        operator[0, i] = 0.0
        operator[-1, i] = 0.0
    operator[0, 0] = 1.0
    operator[-1, -1] = 1.0
    force[0] = right
    force[-1] = left

    # reverse sweep
    value_bar = result_bar.copy()
    operator_bar = np.zeros_like(operator)
    force_bar = np.zeros_like(force)
    solution_adjoint(operator, force, value_bar, operator_bar, force_bar)
    left_bar = force_bar[-1]
    force_bar[-1] = 0.0
    operator_bar[-1, -1] = 0.0
    operator_bar[0, 0] = 0.0
    for i in range(n + 1):
        operator_bar[-1, i] = 0.0
        operator_bar[0, i] = 0.0
    product_bar = np.zeros_like(product)
    reaction_bar = 0.0
    for i in range(n + 1):
        for j in range(n + 1):
            product_bar[i, j] += operator_bar[i, j]
            reaction_bar -= (1.0 if i == j else 0.0) * operator_bar[i, j]
    term_bar = product_bar @ d.T
    diffusion_bar = 0.0
    for i in range(n + 1):
        for j in range(n + 1):
            diffusion_bar += d[i, j] * term_bar[i, j]
    return diffusion_bar, reaction_bar, left_bar, force_bar[0]
