import numpy as np


def conjugate_gradients_value_and_grad(a, b):
    """The value of conjugate_gradients, and its gradient with respect to a and b."""
    # forward sweep: saves rho, p, p_bar, r, r_bar, p_new_bar, rho_new and others
    x = np.zeros_like(b)
    r = b.copy()
    r_bar = np.zeros_like(r)
    p = r
    p_bar = r_bar
    rho = np.dot(r, r)
    rho_saved = []
    p_saved = []
    p_bar_saved = []
    r_saved = []
    r_bar_saved = []
    p_new_bar_saved = []
    rho_new_saved = []
    r_new_bar_saved = []
    dot_result_saved = []
    q_saved = []
    for k in range(2):
        if a.shape[1] != len(p):
            raise ValueError("a and p have different shapes")
        q = a @ p
        q_saved.append(q)
        if len(p) != len(q):
            raise ValueError("p and q have different shapes")
        dot_result = np.dot(p, q)
        dot_result_saved.append(dot_result)
        step = rho / dot_result
        for i in range(len(x)):
            x[i] += step * p[i]
        r_new = np.empty_like(r)
        r_new_bar = np.zeros_like(r_new)
        r_new_bar_saved.append(r_new_bar)
        for i in range(len(r)):
            r_new[i] = r[i] - step * q[i]
        r_saved.append(r)
        r_bar_saved.append(r_bar)
        r = r_new
        r_bar = r_new_bar
        rho_new = np.dot(r, r)
        rho_new_saved.append(rho_new)
        if rho_new < 1e-20:
            break
        p_new = np.empty_like(r)
        p_new_bar = np.zeros_like(p_new)
        p_new_bar_saved.append(p_new_bar)
        for i in range(len(r)):
            p_new[i] = r[i] + rho_new / rho * p[i]
        p_saved.append(p)
        p_bar_saved.append(p_bar)
        p = p_new
        p_bar = p_new_bar
        rho_saved.append(rho)
        rho = rho_new

    # reverse sweep
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    x_bar = 2.0 * x
    rho_bar = 0.0
    for k in range(len(q_saved) - 1, -1, -1):
        rho_new = rho_new_saved.pop()
        rho_new_bar = 0.0
        if not rho_new < 1e-20:
            rho = rho_saved.pop()
            rho_new_bar += rho_bar
            p = p_saved.pop()
            p_bar = p_bar_saved.pop()
            p_new_bar = p_new_bar_saved.pop()
            rho_bar = 0.0
            for i in range(len(r) - 1, -1, -1):
                quotient = rho_new / rho
                p_new_i_bar = p_new_bar[i]
                p_new_bar[i] = 0.0
                r_bar[i] += p_new_i_bar
                p_bar[i] += quotient * p_new_i_bar
                numerator_bar = p[i] * p_new_i_bar / rho
                rho_new_bar += numerator_bar
                rho_bar -= quotient * numerator_bar
        r_bar += 2.0 * r * rho_new_bar
        r = r_saved.pop()
        r_bar = r_bar_saved.pop()
        r_new_bar = r_new_bar_saved.pop()
        dot_result = dot_result_saved.pop()
        q = q_saved.pop()
        step = rho / dot_result
        q_bar = np.zeros_like(q)
        step_bar = 0.0
        for i in range(len(r) - 1, -1, -1):
            r_new_i_bar = r_new_bar[i]
            r_new_bar[i] = 0.0
            r_bar[i] += r_new_i_bar
            step_bar -= q[i] * r_new_i_bar
            q_bar[i] -= step * r_new_i_bar
        for i in range(len(x)):
            step_bar += p[i] * x_bar[i]
            p_bar[i] += step * x_bar[i]
        numerator_bar = step_bar / dot_result
        rho_bar += numerator_bar
        dot_result_bar = -step * numerator_bar
        p_bar += q * dot_result_bar
        q_bar += p * dot_result_bar
        a_bar += np.outer(q_bar, p)
        p_bar += a.T @ q_bar
    r_bar += 2.0 * r * rho_bar
    b_bar += r_bar
    return np.dot(x, x), a_bar, b_bar
