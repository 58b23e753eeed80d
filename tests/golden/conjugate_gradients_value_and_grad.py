import numpy as np


def conjugate_gradients_value_and_grad(a, b):
    """The value of conjugate_gradients, and its gradient with respect to a and b."""
    # forward sweep: saves rho, p, p_bar, r and r_bar
    x = np.zeros_like(b)
    r = b.copy()
    r_bar = np.zeros_like(r)
    p = r
    p_bar = r_bar
    rho = np.dot(r, r)
    trips = 0
    rho_saved = []
    p_saved = []
    p_bar_saved = []
    r_saved = []
    r_bar_saved = []
    for k in range(2):
        trips += 1
        if a.shape[1] != len(p):
            raise ValueError("a and p have different shapes")
        q = a @ p
        if len(p) != len(q):
            raise ValueError("p and q have different shapes")
        step = rho / np.dot(p, q)
        x += step * p
        r_saved.append(r)
        r_bar_saved.append(r_bar)
        r = r - step * q
        r_bar = np.zeros_like(r)
        rho_new = np.dot(r, r)
        if rho_new < 1e-20:
            break
        p_saved.append(p)
        p_bar_saved.append(p_bar)
        p = r + rho_new / rho * p
        p_bar = np.zeros_like(p)
        rho_saved.append(rho)
        rho = rho_new

    # reverse sweep
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    x_bar = 2.0 * x
    rho_bar = 0.0
    for k in range(trips - 1, -1, -1):
        rho_new = np.dot(r, r)
        rho_new_bar = 0.0
        if not rho_new < 1e-20:
            rho = rho_saved.pop()
            p_new_bar = p_bar
            p = p_saved.pop()
            p_bar = p_bar_saved.pop()
            quotient = rho_new / rho
            r_bar += p_new_bar
            quotient_bar = np.sum(p * p_new_bar)
            p_bar += quotient * p_new_bar
            numerator_bar = quotient_bar / rho
            rho_new_bar += rho_bar + numerator_bar
            rho_bar = -quotient * numerator_bar
        r_bar += 2.0 * r * rho_new_bar
        r_new_bar = r_bar
        r = r_saved.pop()
        r_bar = r_bar_saved.pop()
        q = a @ p
        dot_result = np.dot(p, q)
        step = rho / dot_result
        r_bar += r_new_bar
        step_bar = np.sum(p * x_bar) - np.sum(q * r_new_bar)
        q_bar = -step * r_new_bar
        p_bar += step * x_bar
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
