import numpy as np


def truss_deflection_jvp(stiffness, ends, load, stiffness_dot, load_dot):
    """The value of truss_deflection, and its derivative in the direction
    stiffness_dot, load_dot.
    """
    n = len(load)
    k_dot = np.zeros((n, n))
    k = np.zeros((n, n))
    for e in range(len(stiffness)):
        i = ends[e, 0]
        j = ends[e, 1]
        k_dot[i, i] += stiffness_dot[e]
        k[i, i] += stiffness[e]
        if j >= 0:
            k_dot[j, j] += stiffness_dot[e]
            k[j, j] += stiffness[e]
            k_dot[i, j] -= stiffness_dot[e]
            k[i, j] -= stiffness[e]
            k_dot[j, i] -= stiffness_dot[e]
            k[j, i] -= stiffness[e]
    u_dot = np.zeros(n)
    u = np.zeros(n)
    residual_dot = np.empty_like(load)
    residual = np.empty_like(load)
    for _ in range(5):
        product_dot = k_dot @ u + k @ u_dot
        product = k @ u
        for m in range(n):
            residual_dot[m] = load_dot[m] - product_dot[m]
            residual[m] = load[m] - product[m]
        for i in range(n):
            quotient = residual[i] / k[i, i]
            u_dot[i] += (residual_dot[i] - quotient * k_dot[i, i]) / k[i, i]
            u[i] += quotient
    return np.dot(u, load), np.dot(u_dot, load) + np.dot(u, load_dot)
