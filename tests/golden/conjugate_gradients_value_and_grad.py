import numpy as np


def conjugate_gradients_value_and_grad(a, b):
    """The value of conjugate_gradients, and its gradient with respect to a and b."""
    # forward sweep: saves rho, p and r
    x = np.zeros_like(b)
    r = b.copy()
    p = r
    rho = np.dot(r, r)
    rho_saved = []
    p_saved = []
    r_saved = []
    for k in range(2):
        if a.shape[1] != len(p):
            raise ValueError("a and p have different shapes")
        q = a @ p
        if len(p) != len(q):
            raise ValueError("p and q have different shapes")
        step = rho / np.dot(p, q)
        for i in range(len(b)):
            x[i] += step * p[i]
        r_new = np.empty_like(r)
        for i in range(len(r)):
            r_new[i] = r[i] - step * q[i]
        r_saved.append(r)
        r = r_new
        rho_new = np.dot(r, r)
        if rho_new < 1e-20:
            break
        p_new = np.empty_like(r)
        for i in range(len(r)):
            p_new[i] = r[i] + rho_new / rho * p[i]
        p_saved.append(p)
        p = p_new
        rho_saved.append(rho)
        rho = rho_new

    # reverse sweep
    a_bar = np.zeros_like(a)
    x_bar = 2.0 * x
    r_bar = np.zeros_like(r)
    p_bar = np.zeros_like(p)
    rho_bar = 0.0
    for k in range(len(r_saved) - 1, -1, -1):
        rho_new = np.dot(r, r)
        if not rho_new < 1e-20:
            rho = rho_saved.pop()
            rho_new_bar = rho_bar
            p = p_saved.pop()
            p_new_bar = p_bar
            p_bar = np.empty_like(p)
            rho_bar = 0.0
            for i in range(len(r)):
                quotient = rho_new / rho
                r_bar[i] += p_new_bar[i]
                p_bar[i] = quotient * p_new_bar[i]
                numerator_bar = p[i] * p_new_bar[i] / rho
                rho_new_bar += numerator_bar
                rho_bar -= quotient * numerator_bar
            r_bar += 2.0 * r * rho_new_bar
        r = r_saved.pop()
        r_new_bar = r_bar
        r_bar = np.empty_like(r)
        q = a @ p
        dot_result = np.dot(p, q)
        step = rho / dot_result
        q_bar = np.zeros_like(q)
        step_bar = 0.0
        for i in range(len(r)):
            r_bar[i] = r_new_bar[i]
            step_bar -= q[i] * r_new_bar[i]
            q_bar[i] -= step * r_new_bar[i]
        for i in range(len(b)):
            step_bar += p[i] * x_bar[i]
            p_bar[i] += step * x_bar[i]
        numerator_bar = step_bar / dot_result
        rho_bar += numerator_bar
        dot_result_bar = -step * numerator_bar
        p_bar += q * dot_result_bar
        q_bar += p * dot_result_bar
        a_bar += np.outer(q_bar, p)
        p_bar += a.T @ q_bar
    r_bar += 2.0 * r * rho_bar + p_bar
    return np.dot(x, x), a_bar, r_bar
