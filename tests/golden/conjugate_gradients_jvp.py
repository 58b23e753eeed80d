import numpy as np


def conjugate_gradients_jvp(a, b, a_dot, b_dot):
    """The value of conjugate_gradients, and its derivative in the direction a_dot,
    b_dot.
    """
    x_dot = np.zeros_like(b)
    x = np.zeros_like(b)
    r_dot = b_dot.copy()
    r = b.copy()
    p_dot = r_dot
    p = r
    rho_dot = np.dot(r_dot, r) + np.dot(r, r_dot)
    rho = np.dot(r, r)
    for _ in range(2):
        if a.shape[1] != len(p):
            raise ValueError("a and p have different shapes")
        q_dot = a_dot @ p + a @ p_dot
        q = a @ p
        if len(p) != len(q):
            raise ValueError("p and q have different shapes")
        dot_result = np.dot(p, q)
        step = rho / dot_result
        step_dot = (rho_dot - step * (np.dot(p_dot, q) + np.dot(p, q_dot))) / dot_result
        for i in range(len(b)):
            x_dot[i] += step_dot * p[i] + step * p_dot[i]
            x[i] += step * p[i]
        r_new_dot = np.empty_like(r)
        r_new = np.empty_like(r)
        for i in range(len(r)):
            r_new_dot[i] = r_dot[i] - (step_dot * q[i] + step * q_dot[i])
            r_new[i] = r[i] - step * q[i]
        r_dot = r_new_dot
        r = r_new
        rho_new_dot = np.dot(r_dot, r) + np.dot(r, r_dot)
        rho_new = np.dot(r, r)
        if rho_new < 1e-20:
            break
        p_new_dot = np.empty_like(r)
        p_new = np.empty_like(r)
        for i in range(len(r)):
            quotient = rho_new / rho
            quotient_dot = (rho_new_dot - quotient * rho_dot) / rho
            p_new_dot[i] = r_dot[i] + (quotient_dot * p[i] + quotient * p_dot[i])
            p_new[i] = r[i] + quotient * p[i]
        p_dot = p_new_dot
        p = p_new
        rho_dot = rho_new_dot
        rho = rho_new
    return np.dot(x, x), np.dot(x_dot, x) + np.dot(x, x_dot)
