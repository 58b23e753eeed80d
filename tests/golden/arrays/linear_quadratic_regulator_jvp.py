import numpy as np


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty((1, b_dot.shape[1]))
    for j in range(b_dot.shape[1]):
        term[0, j] = b_dot[0, j] - product[0, j]
    return z, solutions(a, term)


def linear_quadratic_regulator_jvp(
    a, b, q, r, start, horizon, a_dot, b_dot, q_dot, r_dot, start_dot
):
    """The value of linear_quadratic_regulator, and its derivative in the direction
    a_dot, b_dot, q_dot, r_dot, start_dot.
    """
    p_dot = q_dot
    p = q
    gains_dot = np.zeros((horizon, b.shape[1], a.shape[0]))
    gains = np.zeros((horizon, b.shape[1], a.shape[0]))
    term_dot = np.empty_like(a)
    term = np.empty_like(a)
    for t in range(horizon - 1, -1, -1):
        if b.shape[0] != p.shape[0]:
            raise ValueError("b and p have different shapes")
        bp_dot = b_dot.T @ p + b.T @ p_dot
        bp = b.T @ p
        if bp.shape[1] != b.shape[0]:
            raise ValueError("bp and b have different shapes")
        if bp.shape[1] != a.shape[0]:
            raise ValueError("bp and a have different shapes")
        product_dot = bp_dot @ b + bp @ b_dot
        product = bp @ b
        a_2_dot = np.zeros((1, 1))
        a_2 = np.empty((1, 1))
        a_2_dot[0, 0] = r_dot[0, 0] + product_dot[0, 0]
        a_2[0, 0] = r[0, 0] + product[0, 0]
        b_2_dot = bp_dot @ a + bp @ a_dot
        b_2 = bp @ a
        solutions_result, solutions_result_dot = solutions_tangent(
            a_2, b_2, a_2_dot, b_2_dot
        )
        if gains[t].shape[0] != solutions_result.shape[0]:
            raise ValueError("gains[t] and solutions_result have different shapes")
        if gains[t].shape[1] != solutions_result.shape[1]:
            raise ValueError("gains[t] and solutions_result have different shapes")
        for j in range(a.shape[0]):
            gains_dot[t, 0, j] = solutions_result_dot[0, j]
            gains[t, 0, j] = solutions_result[0, j]
        if a.shape[1] != gains[t].shape[1]:
            raise ValueError("a and gains[t] have different shapes")
        product_2_dot = b_dot @ gains[t] + b @ gains_dot[t]
        product_2 = b @ gains[t]
        term_dot[:] = 0.0
        for i in range(b.shape[0]):
            for j in range(b.shape[0]):
                term_dot[i, j] = a_dot[i, j] - product_2_dot[i, j]
                term[i, j] = a[i, j] - product_2[i, j]
        product_6_dot = a_dot.T @ p + a.T @ p_dot
        product_6 = a.T @ p
        product_3_dot = product_6_dot @ term + product_6 @ term_dot
        product_3 = product_6 @ term
        p_new_dot = np.empty_like(q)
        p_new = np.empty_like(q)
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                p_new_dot[i, j] = q_dot[i, j] + product_3_dot[i, j]
                p_new[i, j] = q[i, j] + product_3[i, j]
        p_dot = p_new_dot
        p = p_new
    x_dot = start_dot
    x = start
    cost_dot = 0.0
    cost = 0.0
    term_2_dot = np.empty((1, a.shape[0]))
    term_2 = np.empty((1, a.shape[0]))
    for t in range(horizon):
        if gains[t].shape[1] != len(x):
            raise ValueError("gains[t] and x have different shapes")
        term_2_dot[:] = 0.0
        for j in range(a.shape[0]):
            term_2_dot[0, j] = -gains_dot[t, 0, j]
            term_2[0, j] = -gains[t, 0, j]
        u_dot = term_2_dot @ x + term_2 @ x_dot
        u = term_2 @ x
        if len(x) != q.shape[0]:
            raise ValueError("x and q have different shapes")
        if q.shape[1] != len(x):
            raise ValueError("q and x have different shapes")
        if len(u) != r.shape[0]:
            raise ValueError("u and r have different shapes")
        if r.shape[1] != len(u):
            raise ValueError("r and u have different shapes")
        product_7_dot = x_dot @ q + x @ q_dot
        product_7 = x @ q
        product_8_dot = u_dot @ r + u @ r_dot
        product_8 = u @ r
        cost_dot += (
            product_7_dot @ x
            + product_7 @ x_dot
            + (product_8_dot @ u + product_8 @ u_dot)
        )
        cost += product_7 @ x + product_8 @ u
        if a.shape[1] != len(x):
            raise ValueError("a and x have different shapes")
        if b.shape[1] != len(u):
            raise ValueError("b and u have different shapes")
        if a.shape[0] != b.shape[0]:
            raise ValueError("a and b have different shapes")
        product_4_dot = a_dot @ x + a @ x_dot
        product_4 = a @ x
        product_5_dot = b_dot @ u + b @ u_dot
        product_5 = b @ u
        x_new_dot = np.zeros_like(product_4)
        x_new = np.empty_like(product_4)
        for i in range(b.shape[0]):
            x_new_dot[i] = product_4_dot[i] + product_5_dot[i]
            x_new[i] = product_4[i] + product_5[i]
        x_dot = x_new_dot
        x = x_new
    if len(x) != q.shape[0]:
        raise ValueError("x and q have different shapes")
    if q.shape[1] != len(x):
        raise ValueError("q and x have different shapes")
    product_7_dot = x_dot @ q + x @ q_dot
    product_7 = x @ q
    value = cost + product_7 @ x
    return value, cost_dot + (product_7_dot @ x + product_7 @ x_dot)
