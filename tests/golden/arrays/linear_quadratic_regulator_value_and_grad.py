import numpy as np


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
    total_2 = np.zeros(z.shape[0])
    total = 0.0
    total_3 = np.zeros(w.shape[1])
    for i in range(w.shape[0]):
        for j in range(z.shape[0]):
            total_2[j] += product[i, j]
        for j in range(w.shape[1]):
            total_3[j] += w[i, j]
    for j in range(z.shape[0]):
        total += total_2[j]
    a_bar[0, 0] -= total
    for j in range(b_bar.shape[1]):
        b_bar[0, j] += total_3[j]


def linear_quadratic_regulator_value_and_grad(a, b, q, r, start, horizon):
    """The value of linear_quadratic_regulator, and its gradient with respect to a,
    b, q, r and start.
    """
    # forward sweep: saves p, term, a_2, x and term_2
    p = q
    gains = np.zeros((horizon, b.shape[1], a.shape[0]))
    p_saved = []
    term_saved = []
    a_2_saved = []
    for t in range(horizon - 1, -1, -1):
        if b.shape[0] != p.shape[0]:
            raise ValueError("b and p have different shapes")
        bp = b.T @ p
        if bp.shape[1] != b.shape[0]:
            raise ValueError("bp and b have different shapes")
        if bp.shape[1] != a.shape[0]:
            raise ValueError("bp and a have different shapes")
        product = bp @ b
        a_2 = np.empty((1, 1))
        a_2_saved.append(a_2)
        a_2[0, 0] = r[0, 0] + product[0, 0]
        b_2 = bp @ a
        solutions_result = solutions(a_2, b_2)
        if gains[t].shape[0] != solutions_result.shape[0]:
            raise ValueError("gains[t] and solutions_result have different shapes")
        if gains[t].shape[1] != solutions_result.shape[1]:
            raise ValueError("gains[t] and solutions_result have different shapes")
        for j in range(a.shape[0]):
            gains[t, 0, j] = solutions_result[0, j]
        if a.shape[1] != gains[t].shape[1]:
            raise ValueError("a and gains[t] have different shapes")
        product_2 = b @ gains[t]
        term = np.empty_like(a)
        term_saved.append(term)
        for i in range(b.shape[0]):
            for j in range(b.shape[0]):
                term[i, j] = a[i, j] - product_2[i, j]
        product_6 = a.T @ p
        product_3 = product_6 @ term
        p_new = np.empty_like(q)
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                p_new[i, j] = q[i, j] + product_3[i, j]
        p_saved.append(p)
        p = p_new
    x = start
    cost = 0.0
    x_saved = []
    term_2_saved = []
    for t in range(horizon):
        if gains[t].shape[1] != len(x):
            raise ValueError("gains[t] and x have different shapes")
        term_2 = np.empty((1, a.shape[0]))
        term_2_saved.append(term_2)
        for j in range(a.shape[0]):
            term_2[0, j] = -gains[t, 0, j]
        u = term_2 @ x
        if len(x) != q.shape[0]:
            raise ValueError("x and q have different shapes")
        if q.shape[1] != len(x):
            raise ValueError("q and x have different shapes")
        if len(u) != r.shape[0]:
            raise ValueError("u and r have different shapes")
        if r.shape[1] != len(u):
            raise ValueError("r and u have different shapes")
        product_7 = x @ q
        product_8 = u @ r
        cost += product_7 @ x + product_8 @ u
        if a.shape[1] != len(x):
            raise ValueError("a and x have different shapes")
        if b.shape[1] != len(u):
            raise ValueError("b and u have different shapes")
        if a.shape[0] != b.shape[0]:
            raise ValueError("a and b have different shapes")
        product_4 = a @ x
        product_5 = b @ u
        x_new = np.empty_like(product_4)
        for i in range(b.shape[0]):
            x_new[i] = product_4[i] + product_5[i]
        x_saved.append(x)
        x = x_new
    if len(x) != q.shape[0]:
        raise ValueError("x and q have different shapes")
    if q.shape[1] != len(x):
        raise ValueError("q and x have different shapes")
    product_7 = x @ q
    value = cost + product_7 @ x

    # reverse sweep
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    r_bar = np.zeros_like(r)
    product_7_bar = x.copy()
    x_bar = product_7 + q @ product_7_bar
    q_bar = np.outer(x, product_7_bar)
    gains_bar = np.zeros_like(gains)
    for t in range(horizon - 1, -1, -1):
        x = x_saved.pop()
        x_new_bar = x_bar
        product_4_bar = np.zeros_like(product_4)
        product_5_bar = np.empty_like(product_5)
        for i in range(b.shape[0]):
            product_4_bar[i] += x_new_bar[i]
            product_5_bar[i] = x_new_bar[i]
        term_2 = term_2_saved.pop()
        u = term_2 @ x
        b_bar += np.outer(product_5_bar, u)
        u_bar = b.T @ product_5_bar
        a_bar += np.outer(product_4_bar, x)
        x_bar = a.T @ product_4_bar
        product_7 = x @ q
        product_8 = u @ r
        product_7_bar = x.copy()
        x_bar += product_7
        product_8_bar = u.copy()
        u_bar += product_8 + r @ product_8_bar
        r_bar += np.outer(u, product_8_bar)
        x_bar += q @ product_7_bar
        q_bar += np.outer(x, product_7_bar)
        term_2_bar = np.outer(u_bar, x)
        x_bar += term_2.T @ u_bar
        for j in range(a.shape[0]):
            gains_bar[t, 0, j] -= term_2_bar[0, j]
    p_bar = np.zeros_like(p)
    for t in range(horizon):
        p = p_saved.pop()
        p_new_bar = p_bar
        product_3_bar = np.zeros_like(product_3)
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q_bar[i, j] += p_new_bar[i, j]
                product_3_bar[i, j] += p_new_bar[i, j]
        term = term_saved.pop()
        product_6 = a.T @ p
        product_6_bar = product_3_bar @ term.T
        term_bar = product_6.T @ product_3_bar
        a_bar += (product_6_bar @ p.T).T
        p_bar = a @ product_6_bar
        product_2 = b @ gains[t]
        product_2_bar = np.zeros_like(product_2)
        for i in range(b.shape[0]):
            for j in range(b.shape[0]):
                a_bar[i, j] += term_bar[i, j]
                product_2_bar[i, j] -= term_bar[i, j]
        b_bar += product_2_bar @ gains[t].T
        gains_bar[t] += b.T @ product_2_bar
        a_2 = a_2_saved.pop()
        bp = b.T @ p
        b_2 = bp @ a
        solutions_result = solutions(a_2, b_2)
        solutions_result_bar = np.zeros_like(solutions_result)
        for j in range(a.shape[0]):
            solutions_result_bar[0, j] += gains_bar[t, 0, j]
        a_2_bar = np.zeros_like(a_2)
        b_2_bar = np.zeros_like(b_2)
        solutions_adjoint(a_2, b_2, solutions_result_bar, a_2_bar, b_2_bar)
        bp_bar = b_2_bar @ a.T
        a_bar += bp.T @ b_2_bar
        product_bar = np.zeros_like(product)
        r_bar[0, 0] += a_2_bar[0, 0]
        product_bar[0, 0] += a_2_bar[0, 0]
        bp_bar += product_bar @ b.T
        b_bar += bp.T @ product_bar + (bp_bar @ p.T).T
        p_bar += b @ bp_bar
    q_bar += p_bar
    return value, a_bar, b_bar, q_bar, r_bar, x_bar
