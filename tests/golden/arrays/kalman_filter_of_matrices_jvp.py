import numpy as np


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def log_determinant(a):
    """The logarithm of the size of the determinant of a matrix:
    s2sad.library.inverses.log_determinant(a).
    """
    sign, logarithm = np.linalg.slogdet(a)
    return logarithm


def log_determinant_tangent(a, a_dot):
    z = log_determinant(a)
    term = inverse(a).T
    total = 0.0
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            total += term[i, j] * a_dot[i, j]
    return z, total


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_2(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(product)
    for i in range(a_dot.shape[0]):
        term[i] = b_dot[0] - product[i]
    return z, solution_2(a, term)


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_2(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty((a_dot.shape[0], b_dot.shape[1]))
    for i in range(a_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[0, j] - product[i, j]
    return z, solutions_2(a, term)


def kalman_filter_of_matrices_jvp(
    seen, dt, jerk, noise, seen_dot, dt_dot, jerk_dot, noise_dot
):
    """The value of kalman_filter_of_matrices, and its derivative in the direction
    seen_dot, dt_dot, jerk_dot, noise_dot.
    """
    f_dot = np.array([[0.0, dt_dot], [0.0, 0.0]])
    f = np.array([[1.0, dt], [0.0, 1.0]])
    h = np.array([[1.0, 0.0]])
    g_dot = np.array([dt * dt_dot, dt_dot])
    g = np.array([0.5 * dt**2, dt])
    power_dot = 2.0 * jerk * jerk_dot
    power = jerk**2
    outer_result_dot = np.outer(g_dot, g) + np.outer(g, g_dot)
    outer_result = np.outer(g, g)
    q_dot = np.empty_like(outer_result)
    q = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            term_2 = power * outer_result_dot[i, j]
            q_dot[i, j] = power_dot * outer_result[i, j] + term_2
            q[i, j] = power * outer_result[i, j]
    power_2 = noise**2
    r_dot = 2.0 * noise * noise_dot
    r = power_2 * (1.0 if 0 == 0 else 0.0)
    x_dot = np.zeros(2)
    x = np.zeros(2)
    p_dot = np.zeros_like(np.eye(2))
    p = np.eye(2)
    total_dot = 0.0
    total = 0.0
    term_dot = np.empty((2, 2))
    term = np.empty((2, 2))
    for k in range(len(seen)):
        if f.shape[0] != outer_result.shape[0]:
            raise ValueError("f and q have different shapes")
        if f.shape[0] != outer_result.shape[1]:
            raise ValueError("f and q have different shapes")
        x_2_dot = f_dot @ x + f @ x_dot
        x_2 = f @ x
        product_dot = f_dot @ p + f @ p_dot
        product = f @ p
        product_dot = product_dot @ f.T + product @ f_dot.T
        product = product @ f.T
        p_2_dot = np.empty_like(product)
        p_2 = np.empty_like(product)
        for i in range(product.shape[0]):
            for j in range(product.shape[1]):
                p_2_dot[i, j] = product_dot[i, j] + q_dot[i, j]
                p_2[i, j] = product[i, j] + q[i, j]
        product_6_dot = h @ p_2_dot
        product_6 = h @ p_2
        product_2_dot = product_6_dot @ h.T
        product_2 = product_6 @ h.T
        s_dot = np.zeros((1, 1))
        s = np.empty((1, 1))
        s_dot[0, 0] = product_2_dot[0, 0] + r_dot
        s[0, 0] = product_2[0, 0] + r
        b_dot = h @ p_2_dot
        b = h @ p_2
        solutions_result, solutions_result_dot = solutions_tangent(s, b, s_dot, b_dot)
        gain_dot = solutions_result_dot.T
        gain = solutions_result.T
        product_3_dot = h @ x_2_dot
        product_3 = h @ x_2
        error_dot = np.zeros(1)
        error = np.empty(1)
        error_dot[0] = seen_dot[k] - product_3_dot[0]
        error[0] = seen[k] - product_3[0]
        solution_result, solution_result_dot = solution_tangent(
            s, error, s_dot, error_dot
        )
        if 1 != len(solution_result):
            raise ValueError("error and solution_result have different shapes")
        result_1, result_1_dot = log_determinant_tangent(s, s_dot)
        total_2 = 0.0
        term_3 = error[0] * solution_result_dot[0]
        total_2_dot = error_dot[0] * solution_result[0] + term_3
        total_2 += error[0] * solution_result[0]
        total_dot -= 0.5 * (total_2_dot + result_1_dot)
        total -= 0.5 * (total_2 + result_1)
        if gain.shape[1] != 1:
            raise ValueError("gain and error have different shapes")
        if len(x_2) != gain.shape[0]:
            raise ValueError("x and gain have different shapes")
        product_4_dot = gain_dot @ error + gain @ error_dot
        product_4 = gain @ error
        x_dot = np.zeros_like(x_2)
        x = np.empty_like(x_2)
        for i in range(outer_result.shape[0]):
            x_dot[i] = x_2_dot[i] + product_4_dot[i]
            x[i] = x_2[i] + product_4[i]
        if gain.shape[1] != h.shape[0]:
            raise ValueError("gain and h have different shapes")
        product_5_dot = gain_dot @ h
        product_5 = gain @ h
        for i in range(2):
            for j in range(2):
                term_dot[i, j] = -product_5_dot[i, j]
                term[i, j] = (1.0 if i == j else 0.0) - product_5[i, j]
        p_dot = term_dot @ p_2 + term @ p_2_dot
        p = term @ p_2
    return total, total_dot
