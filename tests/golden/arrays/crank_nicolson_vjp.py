import numpy as np


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


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


def crank_nicolson_vjp(u, conductivity, dt, dx, steps, result_bar):
    """The adjoints of u, conductivity, dt and dx of crank_nicolson, for the adjoint
    of its result.
    """
    # forward sweep: saves u_2, term and a
    n = u.size
    inner = np.empty(max(len(conductivity) - 1, 0))
    for i in range(len(conductivity) - 1):
        inner[i] = 0.5 * (conductivity[i + 1] + conductivity[i])
    operator = np.zeros((n, n))
    k = np.arange(n - 1)
    index = np.empty_like(k)
    for i in range(len(k)):
        index[i] = k[i] + 1
    if len(k) != max(len(conductivity) - 1, 0):
        raise ValueError("k and inner have different shapes")
    values = inner.copy()
    for i in range(len(conductivity) - 1):
        operator[k[i], index[i]] = values[i]
    values_2 = inner.copy()
    for i in range(len(k)):
        operator[index[i], k[i]] = values_2[i]
    v = np.empty(n)
    for i in range(n):
        v[i] = 0.0
        for j in range(n):
            v[i] += operator[i, j]
    matrix_of_result = matrix_of(v)
    quotient = 0.5 * dt / dx**2
    half = np.empty_like(operator)
    for i in range(n):
        for j in range(n):
            operator[i, j] -= matrix_of_result[i, j]
            half[i, j] = quotient * operator[i, j]
    u_2 = u
    u_2_saved = []
    term_saved = []
    a_saved = []
    for k_2 in range(steps):
        if n != len(u_2):
            raise ValueError("half and u have different shapes")
        a = np.empty_like(operator)
        a_saved.append(a)
        term = np.empty_like(operator)
        term_saved.append(term)
        for i in range(n):
            for j in range(n):
                a[i, j] = (1.0 if i == j else 0.0) - half[i, j]
                term[i, j] = (1.0 if i == j else 0.0) + half[i, j]
        b = term @ u_2
        u_2_saved.append(u_2)
        u_2 = solution(a, b)

    # reverse sweep
    conductivity_bar = np.zeros_like(conductivity)
    u_2_bar = result_bar.copy()
    half_bar = np.zeros_like(half)
    for k_2 in range(steps - 1, -1, -1):
        u_2 = u_2_saved.pop()
        term = term_saved.pop()
        a = a_saved.pop()
        b = term @ u_2
        a_bar = np.zeros_like(a)
        b_bar = np.zeros_like(b)
        solution_adjoint(a, b, u_2_bar, a_bar, b_bar)
        term_bar = np.outer(b_bar, u_2)
        u_2_bar = term.T @ b_bar
        for i in range(n):
            for j in range(n):
                half_bar[i, j] += term_bar[i, j] - a_bar[i, j]
    operator_bar = np.empty_like(operator)
    matrix_of_result_bar = np.empty_like(matrix_of_result)
    quotient_bar = 0.0
    for i in range(n):
        for j in range(n):
            quotient_bar += operator[i, j] * half_bar[i, j]
            operator_bar[i, j] = quotient * half_bar[i, j]
            matrix_of_result_bar[i, j] = -operator_bar[i, j]
    numerator_bar = quotient_bar / dx**2
    dx_bar = -2.0 * dx * quotient * numerator_bar
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_of_result_bar, v_bar)
    for i in range(n):
        for j in range(n):
            operator_bar[i, j] += v_bar[i]
    values_2_bar = np.zeros_like(values_2)
    for i in range(len(k) - 1, -1, -1):
        values_2_bar[i] += operator_bar[index[i], k[i]]
        operator_bar[index[i], k[i]] = 0.0
    inner_bar = values_2_bar
    values_bar = np.zeros_like(values)
    for i in range(len(conductivity) - 2, -1, -1):
        values_bar[i] += operator_bar[k[i], index[i]]
        operator_bar[k[i], index[i]] = 0.0
    inner_bar += values_bar
    for i in range(len(conductivity) - 1):
        conductivity_bar[i + 1] += 0.5 * inner_bar[i]
        conductivity_bar[i] += 0.5 * inner_bar[i]
    return u_2_bar, conductivity_bar, 0.5 * numerator_bar, dx_bar
