import numpy as np


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


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


def crank_nicolson_jvp(
    u, conductivity, dt, dx, steps, u_dot, conductivity_dot, dt_dot, dx_dot
):
    """The value of crank_nicolson, and its derivative in the direction u_dot,
    conductivity_dot, dt_dot, dx_dot.
    """
    n = u.size
    inner_dot = np.empty(max(len(conductivity) - 1, 0))
    inner = np.empty(max(len(conductivity) - 1, 0))
    for i in range(len(conductivity) - 1):
        inner_dot[i] = 0.5 * (conductivity_dot[i + 1] + conductivity_dot[i])
        inner[i] = 0.5 * (conductivity[i + 1] + conductivity[i])
    operator_dot = np.zeros((n, n))
    operator = np.zeros((n, n))
    k = np.arange(n - 1)
    index = np.empty_like(k)
    for i in range(len(k)):
        index[i] = k[i] + 1
    if len(k) != max(len(conductivity) - 1, 0):
        raise ValueError("k and inner have different shapes")
    values_dot = inner_dot.copy()
    values = inner.copy()
    for i in range(len(conductivity) - 1):
        operator_dot[k[i], index[i]] = values_dot[i]
        operator[k[i], index[i]] = values[i]
    values_2_dot = inner_dot
    values_2 = inner.copy()
    for i in range(len(k)):
        operator_dot[index[i], k[i]] = values_2_dot[i]
        operator[index[i], k[i]] = values_2[i]
    v_dot = np.empty(n)
    v = np.empty(n)
    for i in range(n):
        v_dot[i] = 0.0
        v[i] = 0.0
        for j in range(n):
            v_dot[i] += operator_dot[i, j]
            v[i] += operator[i, j]
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(v, v_dot)
    quotient = 0.5 * dt / dx**2
    quotient_dot = (0.5 * dt_dot - 2.0 * quotient * dx * dx_dot) / dx**2
    half_dot = np.empty_like(operator)
    half = np.empty_like(operator)
    for i in range(n):
        for j in range(n):
            operator_dot[i, j] -= matrix_of_result_dot[i, j]
            operator[i, j] -= matrix_of_result[i, j]
            term_2 = quotient * operator_dot[i, j]
            half_dot[i, j] = quotient_dot * operator[i, j] + term_2
            half[i, j] = quotient * operator[i, j]
    term_dot = np.empty_like(operator)
    term = np.empty_like(operator)
    for _ in range(steps):
        if n != len(u):
            raise ValueError("half and u have different shapes")
        a_dot = np.empty_like(operator)
        a = np.empty_like(operator)
        for i in range(n):
            for j in range(n):
                a_dot[i, j] = -half_dot[i, j]
                a[i, j] = (1.0 if i == j else 0.0) - half[i, j]
                term_dot[i, j] = half_dot[i, j]
                term[i, j] = (1.0 if i == j else 0.0) + half[i, j]
        b_dot = term_dot @ u + term @ u_dot
        b = term @ u
        u, u_dot = solution_tangent(a, b, a_dot, b_dot)
    return u, u_dot
