import numpy as np


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N))
    for i in range(max(min(N, N - 1), 0)):
        matrix[i, i + 1] = 1
    return matrix


def eye_2(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N))
    for i in range(max(min(N - 1, N), 0)):
        matrix[i + 1, i] = 1
    return matrix


def second(k):
    eye_result = eye(k)
    eye_2_result = eye_2(k)
    if eye_2_result.shape[0] != k:
        raise ValueError("eye_2_result and an array of k have different shapes")
    if eye_2_result.shape[1] != k:
        raise ValueError("eye_2_result and an array of k have different shapes")
    out = np.empty_like(eye_result)
    for i in range(k):
        for j in range(k):
            out[i, j] = (
                eye_result[i, j] + eye_2_result[i, j] - 2.0 * (1.0 if i == j else 0.0)
            )
    return out


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def alternating_directions_jvp(
    u, diffusivity, dt, dx, steps, u_dot, diffusivity_dot, dt_dot, dx_dot
):
    """The value of alternating_directions, and its derivative in the direction
    u_dot, diffusivity_dot, dt_dot, dx_dot.
    """
    m = u.shape[0]
    n = u.shape[1]
    r = 0.5 * diffusivity * dt / dx**2
    factor = (
        0.5 * diffusivity_dot * dt + 0.5 * diffusivity * dt_dot - 2.0 * r * dx * dx_dot
    )
    r_dot = factor / dx**2
    across = second(n)
    down = second(m)
    term_3_dot = np.empty_like(down)
    term_3 = np.empty_like(down)
    for _ in range(steps):
        if m != down.shape[0]:
            raise ValueError("an array of m and down have different shapes")
        if m != down.shape[1]:
            raise ValueError("an array of m and down have different shapes")
        if u.shape[1] != across.shape[0]:
            raise ValueError("u and across have different shapes")
        if u.shape[1] != across.shape[1]:
            raise ValueError("u and across have different shapes")
        a_dot = np.empty_like(down)
        a = np.empty_like(down)
        term_dot = np.empty_like(u)
        term = np.empty_like(u)
        for i in range(u.shape[0]):
            for j in range(u.shape[1]):
                term_dot[i, j] = r_dot * u[i, j] + r * u_dot[i, j]
                term[i, j] = r * u[i, j]
        product_dot = term_dot @ across
        product = term @ across
        b_dot = np.empty_like(u)
        b = np.empty_like(u)
        for i in range(u.shape[0]):
            for j in range(u.shape[1]):
                b_dot[i, j] = u_dot[i, j] + product_dot[i, j]
                b[i, j] = u[i, j] + product[i, j]
        a_2_dot = np.empty_like(across)
        a_2 = np.empty_like(across)
        for i in range(n):
            for j in range(n):
                a_2_dot[i, j] = -r_dot * across[i, j]
                a_2[i, j] = (1.0 if i == j else 0.0) - r * across[i, j]
        for i in range(m):
            for j in range(m):
                a_dot[i, j] = -r_dot * down[i, j]
                a[i, j] = (1.0 if i == j else 0.0) - r * down[i, j]
                term_3_dot[i, j] = r_dot * down[i, j]
                term_3[i, j] = r * down[i, j]
        half, half_dot = solutions_tangent(a, b, a_dot, b_dot)
        if down.shape[1] != half.shape[0]:
            raise ValueError("down and half have different shapes")
        product_2_dot = term_3_dot @ half + term_3 @ half_dot
        product_2 = term_3 @ half
        term_2_dot = np.zeros_like(half)
        term_2 = np.empty_like(half)
        for i in range(m):
            for j in range(half.shape[1]):
                term_2_dot[i, j] = half_dot[i, j] + product_2_dot[i, j]
                term_2[i, j] = half[i, j] + product_2[i, j]
        b_2_dot = term_2_dot.T
        b_2 = term_2.T
        solutions_result, solutions_result_dot = solutions_tangent(
            a_2, b_2, a_2_dot, b_2_dot
        )
        u_dot = solutions_result_dot.T
        u = solutions_result.T
    return u, u_dot
