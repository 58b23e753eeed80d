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


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def alternating_directions_vjp(u, diffusivity, dt, dx, steps, result_bar):
    """The adjoints of u, diffusivity, dt and dx of alternating_directions, for the
    adjoint of its result.
    """
    # forward sweep: saves u_2, u_2_bar, solutions_result_bar, term_2 and others
    m = u.shape[0]
    n = u.shape[1]
    r = 0.5 * diffusivity * dt / dx**2
    across = second(n)
    down = second(m)
    u_2 = u
    u_2_bar = np.zeros_like(u_2)
    u_2_saved = []
    u_2_bar_saved = []
    solutions_result_bar_saved = []
    term_2_saved = []
    term_3_saved = []
    a_2_saved = []
    b_saved = []
    term_saved = []
    a_saved = []
    for k in range(steps):
        if m != down.shape[0]:
            raise ValueError("an array of m and down have different shapes")
        if m != down.shape[1]:
            raise ValueError("an array of m and down have different shapes")
        if u_2.shape[1] != across.shape[0]:
            raise ValueError("u and across have different shapes")
        if u_2.shape[1] != across.shape[1]:
            raise ValueError("u and across have different shapes")
        a = np.empty_like(down)
        a_saved.append(a)
        term = np.empty_like(u_2)
        term_saved.append(term)
        for i in range(u_2.shape[0]):
            for j in range(u_2.shape[1]):
                term[i, j] = r * u_2[i, j]
        product = term @ across
        b = np.empty_like(u_2)
        b_saved.append(b)
        for i in range(u_2.shape[0]):
            for j in range(u_2.shape[1]):
                b[i, j] = u_2[i, j] + product[i, j]
        a_2 = np.empty_like(across)
        a_2_saved.append(a_2)
        for i in range(n):
            for j in range(n):
                a_2[i, j] = (1.0 if i == j else 0.0) - r * across[i, j]
        term_3 = np.empty_like(down)
        term_3_saved.append(term_3)
        for i in range(m):
            for j in range(m):
                a[i, j] = (1.0 if i == j else 0.0) - r * down[i, j]
                term_3[i, j] = r * down[i, j]
        half = solutions(a, b)
        if down.shape[1] != half.shape[0]:
            raise ValueError("down and half have different shapes")
        product_2 = term_3 @ half
        term_2 = np.empty_like(half)
        term_2_saved.append(term_2)
        for i in range(m):
            for j in range(half.shape[1]):
                term_2[i, j] = half[i, j] + product_2[i, j]
        b_2 = term_2.T
        solutions_result = solutions(a_2, b_2)
        solutions_result_bar = np.zeros_like(solutions_result)
        solutions_result_bar_saved.append(solutions_result_bar)
        u_2_saved.append(u_2)
        u_2_bar_saved.append(u_2_bar)
        u_2 = solutions_result.T
        u_2_bar = solutions_result_bar.T

    # reverse sweep
    u_bar = np.zeros_like(u)
    u_2_bar += result_bar
    r_bar = 0.0
    for k in range(steps - 1, -1, -1):
        u_2 = u_2_saved.pop()
        u_2_bar = u_2_bar_saved.pop()
        solutions_result_bar = solutions_result_bar_saved.pop()
        term_2 = term_2_saved.pop()
        a_2 = a_2_saved.pop()
        b_2 = term_2.T
        a_2_bar = np.zeros_like(a_2)
        term_2_bar = np.zeros_like(term_2)
        b_2_bar = term_2_bar.T
        solutions_adjoint(a_2, b_2, solutions_result_bar, a_2_bar, b_2_bar)
        term_3 = term_3_saved.pop()
        b = b_saved.pop()
        a = a_saved.pop()
        half = solutions(a, b)
        product_2 = term_3 @ half
        half_bar = np.zeros_like(half)
        product_2_bar = np.zeros_like(product_2)
        for i in range(m):
            for j in range(half.shape[1]):
                half_bar[i, j] += term_2_bar[i, j]
                product_2_bar[i, j] += term_2_bar[i, j]
                term_2_bar[i, j] = 0.0
        term_3_bar = product_2_bar @ half.T
        half_bar += term_3.T @ product_2_bar
        a_bar = np.zeros_like(a)
        b_bar = np.zeros_like(b)
        solutions_adjoint(a, b, half_bar, a_bar, b_bar)
        for i in range(m):
            for j in range(m):
                r_bar += down[i, j] * term_3_bar[i, j]
                r_bar -= down[i, j] * a_bar[i, j]
        for i in range(n):
            for j in range(n):
                r_bar -= across[i, j] * a_2_bar[i, j]
        term = term_saved.pop()
        product = term @ across
        product_bar = np.zeros_like(product)
        for i in range(u_2.shape[0]):
            for j in range(u_2.shape[1]):
                u_2_bar[i, j] += b_bar[i, j]
                product_bar[i, j] += b_bar[i, j]
        term_bar = product_bar @ across.T
        for i in range(u_2.shape[0]):
            for j in range(u_2.shape[1]):
                r_bar += u_2[i, j] * term_bar[i, j]
                u_2_bar[i, j] += r * term_bar[i, j]
    u_bar += u_2_bar
    numerator_bar = r_bar / dx**2
    dt_bar = 0.5 * diffusivity * numerator_bar
    dx_bar = -2.0 * dx * r * numerator_bar
    return u_bar, 0.5 * dt * numerator_bar, dt_bar, dx_bar
