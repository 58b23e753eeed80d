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


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def chebyshev_collocation_jvp(
    n,
    diffusion,
    reaction,
    left,
    right,
    diffusion_dot,
    reaction_dot,
    left_dot,
    right_dot,
):
    """The value of chebyshev_collocation, and its derivative in the direction
    diffusion_dot, reaction_dot, left_dot, right_dot.
    """
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
    term_dot = np.zeros_like(operand)
    term = np.empty_like(operand)
    for i in range(n + 1):
        for j in range(n + 1):
            d[i, j] -= matrix_of_result[i, j]
            term_dot[i, j] = diffusion_dot * d[i, j]
            term[i, j] = diffusion * d[i, j]
    product_dot = term_dot @ d
    product = term @ d
    operator_dot = np.zeros_like(product)
    operator = np.empty_like(product)
    force_dot = np.empty(n + 1)
    force = np.empty(n + 1)
    for i in range(n + 1):
        for j in range(n + 1):
            term_2 = reaction_dot * (1.0 if i == j else 0.0)
            operator_dot[i, j] = product_dot[i, j] - term_2
            operator[i, j] = product[i, j] - reaction * (1.0 if i == j else 0.0)
        force_dot[i] = 0.0
        force[i] = -np.exp(x[i])
    for i in range(n + 1):
        operator_dot[0, i] = 0.0
        operator[0, i] = 0.0
        operator_dot[-1, i] = 0.0
        operator[-1, i] = 0.0
    operator_dot[0, 0] = 0.0
    operator[0, 0] = 1.0
    operator_dot[-1, -1] = 0.0
    operator[-1, -1] = 1.0
    force_dot[0] = right_dot
    force[0] = right
    force_dot[-1] = left_dot
    force[-1] = left
    value, value_dot = solution_tangent(operator, force, operator_dot, force_dot)
    return value, value_dot
