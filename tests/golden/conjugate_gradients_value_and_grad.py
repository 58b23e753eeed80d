import numpy as np


def conjugate_gradients_value_and_grad(a, b):
    """The value of conjugate_gradients, and its gradient with respect to a and b."""
    # forward sweep: saves rho, p, p_bar, r, r_bar, r_new, p_new, p_new_bar and others
    x = np.zeros_like(b)
    r = b.copy()
    r_bar = np.zeros_like(r)
    p = r
    p_bar = r_bar
    rho = 0.0
    for i in range(len(r)):
        rho += r[i] * r[i]
    trips = 0
    rho_saved = []
    p_saved = []
    p_bar_saved = []
    r_saved = []
    r_bar_saved = []
    r_new_saved_2 = []
    p_new_saved_2 = []
    p_new_saved = []
    p_new_bar_saved = []
    rho_new_saved = []
    r_new_saved = []
    r_new_bar_saved = []
    total_saved = []
    q_saved = []
    for k in range(2):
        trips += 1
        if a.shape[1] != len(p):
            raise ValueError("a and p have different shapes")
        q = a @ p
        q_saved.append(q)
        if len(p) != len(q):
            raise ValueError("p and q have different shapes")
        total = 0.0
        for i in range(len(p)):
            total += p[i] * q[i]
        total_saved.append(total)
        step = rho / total
        for i in range(len(x)):
            x[i] += step * p[i]
        r_new = np.empty_like(r)
        r_new_bar = np.zeros_like(r_new)
        r_new_saved.append(r_new)
        r_new_bar_saved.append(r_new_bar)
        for i in range(len(r)):
            r_new_saved_2.append(r_new[i])
            r_new[i] = r[i] - step * q[i]
        r_saved.append(r)
        r_bar_saved.append(r_bar)
        r = r_new
        r_bar = r_new_bar
        rho_new = 0.0
        for i in range(len(r)):
            rho_new += r[i] * r[i]
        rho_new_saved.append(rho_new)
        if rho_new < 1e-20:
            break
        p_new = np.empty_like(r)
        p_new_bar = np.zeros_like(p_new)
        p_new_saved.append(p_new)
        p_new_bar_saved.append(p_new_bar)
        for i in range(len(r)):
            p_new_saved_2.append(p_new[i])
            p_new[i] = r[i] + rho_new / rho * p[i]
        p_saved.append(p)
        p_bar_saved.append(p_bar)
        p = p_new
        p_bar = p_new_bar
        rho_saved.append(rho)
        rho = rho_new
    total_2 = 0.0
    for i in range(len(x)):
        total_2 += x[i] * x[i]

    # reverse sweep
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)
    x_bar = np.zeros_like(x)
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i]
    rho_bar = 0.0
    for k in range(trips - 1, -1, -1):
        rho_new = rho_new_saved.pop()
        rho_new_bar = 0.0
        if not rho_new < 1e-20:
            rho = rho_saved.pop()
            rho_new_bar += rho_bar
            p = p_saved.pop()
            p_bar = p_bar_saved.pop()
            p_new = p_new_saved.pop()
            p_new_bar = p_new_bar_saved.pop()
            rho_bar = 0.0
            for i in range(len(r) - 1, -1, -1):
                p_new[i] = p_new_saved_2.pop()
                quotient = rho_new / rho
                p_new_i_bar = p_new_bar[i]
                p_new_bar[i] = 0.0
                r_bar[i] += p_new_i_bar
                p_bar[i] += quotient * p_new_i_bar
                numerator_bar = p[i] * p_new_i_bar / rho
                rho_new_bar += numerator_bar
                rho_bar -= quotient * numerator_bar
        for i in range(len(r)):
            r_bar[i] += 2.0 * r[i] * rho_new_bar
        r = r_saved.pop()
        r_bar = r_bar_saved.pop()
        r_new = r_new_saved.pop()
        r_new_bar = r_new_bar_saved.pop()
        total = total_saved.pop()
        q = q_saved.pop()
        step = rho / total
        q_bar = np.zeros_like(q)
        step_bar = 0.0
        for i in range(len(r) - 1, -1, -1):
            r_new[i] = r_new_saved_2.pop()
            r_new_i_bar = r_new_bar[i]
            r_new_bar[i] = 0.0
            r_bar[i] += r_new_i_bar
            step_bar -= q[i] * r_new_i_bar
            q_bar[i] -= step * r_new_i_bar
        for i in range(len(x)):
            step_bar += p[i] * x_bar[i]
            p_bar[i] += step * x_bar[i]
        numerator_bar = step_bar / total
        rho_bar += numerator_bar
        total_bar = -step * numerator_bar
        for i in range(len(p)):
            p_bar[i] += q[i] * total_bar
            q_bar[i] += p[i] * total_bar
        a_bar += np.outer(q_bar, p)
        p_bar += a.T @ q_bar
    for i in range(len(r)):
        r_bar[i] += 2.0 * r[i] * rho_bar
    b_bar += r_bar
    return total_2, a_bar, b_bar
