import numpy as np


def log_determinant(a):
    """The logarithm of the size of the determinant of a matrix:
    s2sad.library.inverses.log_determinant(a).
    """
    sign, logarithm = np.linalg.slogdet(a)
    return logarithm


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def log_determinant_adjoint(a, z_bar, a_bar):
    term = inverse(a).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += z_bar * term[i, j]


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_2(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution_2(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    sum_w = np.sum(w, axis=0)
    b_bar[0] += sum_w


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_2(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions_2(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    total = np.zeros(w.shape[1])
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            total[j] += w[i, j]
    for j in range(b_bar.shape[1]):
        b_bar[0, j] += total[j]


def kalman_filter_of_matrices_value_and_grad(seen, dt, jerk, noise):
    """The value of kalman_filter_of_matrices, and its gradient with respect to seen,
    dt, jerk and noise.
    """
    # forward sweep: saves p, x, term, error, s and p_2
    f = np.array([[1.0, dt], [0.0, 1.0]])
    h = np.array([[1.0, 0.0]])
    g = np.array([0.5 * dt**2, dt])
    power = jerk**2
    outer_result = np.outer(g, g)
    q = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            q[i, j] = power * outer_result[i, j]
    power_2 = noise**2
    r = power_2 * (1.0 if 0 == 0 else 0.0)
    x = np.zeros(2)
    p = np.eye(2)
    total = 0.0
    p_saved = []
    x_saved = []
    term_saved = []
    error_saved = []
    s_saved = []
    p_2_saved = []
    for k in range(len(seen)):
        if f.shape[0] != outer_result.shape[0]:
            raise ValueError("f and q have different shapes")
        if f.shape[0] != outer_result.shape[1]:
            raise ValueError("f and q have different shapes")
        x_2 = f @ x
        product_6 = f @ p
        product = product_6 @ f.T
        p_2 = np.empty_like(product)
        p_2_saved.append(p_2)
        for i in range(product.shape[0]):
            for j in range(product.shape[1]):
                p_2[i, j] = product[i, j] + q[i, j]
        product_7 = h @ p_2
        product_2 = product_7 @ h.T
        s = np.empty((1, 1))
        s_saved.append(s)
        s[0, 0] = product_2[0, 0] + r
        b = h @ p_2
        solutions_result = solutions(s, b)
        gain = solutions_result.T
        product_3 = h @ x_2
        error = np.empty(1)
        error_saved.append(error)
        error[0] = seen[k] - product_3[0]
        solution_result = solution(s, error)
        if 1 != len(solution_result):
            raise ValueError("error and solution_result have different shapes")
        result_1 = log_determinant(s)
        total_2 = 0.0
        total_2 += error[0] * solution_result[0]
        total -= 0.5 * (total_2 + result_1)
        if gain.shape[1] != 1:
            raise ValueError("gain and error have different shapes")
        if len(x_2) != gain.shape[0]:
            raise ValueError("x and gain have different shapes")
        product_4 = gain @ error
        x_saved.append(x)
        x = np.empty_like(x_2)
        for i in range(outer_result.shape[0]):
            x[i] = x_2[i] + product_4[i]
        if gain.shape[1] != h.shape[0]:
            raise ValueError("gain and h have different shapes")
        product_5 = gain @ h
        term = np.empty((2, 2))
        term_saved.append(term)
        for i in range(2):
            for j in range(2):
                term[i, j] = (1.0 if i == j else 0.0) - product_5[i, j]
        p_saved.append(p)
        p = term @ p_2

    # reverse sweep
    seen_bar = np.zeros_like(seen)
    x_bar = np.zeros_like(x)
    p_bar = np.zeros_like(p)
    f_bar = np.zeros_like(f)
    q_bar = np.zeros_like(q)
    r_bar = 0.0
    for k in range(len(seen) - 1, -1, -1):
        p = p_saved.pop()
        term = term_saved.pop()
        p_2 = p_2_saved.pop()
        term_bar = p_bar @ p_2.T
        p_2_bar = term.T @ p_bar
        s = s_saved.pop()
        b = h @ p_2
        solutions_result = solutions(s, b)
        gain = solutions_result.T
        product_5 = gain @ h
        product_5_bar = np.zeros_like(product_5)
        for i in range(2):
            for j in range(2):
                product_5_bar[i, j] -= term_bar[i, j]
        solutions_result_bar = np.zeros_like(solutions_result)
        gain_bar = solutions_result_bar.T
        gain_bar += product_5_bar @ h.T
        error = error_saved.pop()
        product_4 = gain @ error
        x_2_bar = np.zeros_like(x_2)
        product_4_bar = np.zeros_like(product_4)
        for i in range(outer_result.shape[0]):
            x_2_bar[i] += x_bar[i]
            product_4_bar[i] += x_bar[i]
        x = x_saved.pop()
        error_bar = np.zeros_like(error)
        gain_bar += np.outer(product_4_bar, error)
        error_bar += gain.T @ product_4_bar
        solution_result = solution(s, error)
        solution_result_bar = np.zeros_like(solution_result)
        error_bar[0] -= 0.5 * solution_result[0]
        solution_result_bar[0] -= 0.5 * error[0]
        s_bar = np.zeros_like(s)
        log_determinant_adjoint(s, -0.5 * 1.0, s_bar)
        solution_adjoint(s, error, solution_result_bar, s_bar, error_bar)
        product_3_bar = np.zeros_like(product_3)
        seen_bar[k] += error_bar[0]
        product_3_bar[0] -= error_bar[0]
        x_2_bar += h.T @ product_3_bar
        b_bar = np.zeros_like(b)
        solutions_adjoint(s, b, solutions_result_bar, s_bar, b_bar)
        p_2_bar += h.T @ b_bar
        product_2_bar = np.zeros_like(product_2)
        product_2_bar[0, 0] += s_bar[0, 0]
        r_bar += s_bar[0, 0]
        product_7_bar = product_2_bar @ h
        p_2_bar += h.T @ product_7_bar
        product_bar = np.empty_like(product)
        for i in range(product.shape[0]):
            for j in range(product.shape[1]):
                product_bar[i, j] = p_2_bar[i, j]
                q_bar[i, j] += p_2_bar[i, j]
        product_6 = f @ p
        product_6_bar = product_bar @ f
        f_bar += (product_6.T @ product_bar).T + product_6_bar @ p.T
        p_bar = f.T @ product_6_bar
        f_bar += np.outer(x_2_bar, x)
        x_bar = f.T @ x_2_bar
    power_bar = 0.0
    outer_result_bar = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            power_bar += outer_result[i, j] * q_bar[i, j]
            outer_result_bar[i, j] = power * q_bar[i, j]
    g_bar = np.dot(outer_result_bar, g) + np.dot(g, outer_result_bar)
    jerk_bar = 2.0 * jerk * power_bar
    dt_bar = dt * g_bar[0] + g_bar[1] + f_bar[0, 1]
    return total, seen_bar, dt_bar, jerk_bar, 2.0 * noise * r_bar
