import numpy as np


def truss_deflection_value_and_grad(stiffness, ends, load):
    """The value of truss_deflection, and its gradient with respect to stiffness and
    load.
    """
    # forward sweep: saves u and residual
    n = len(load)
    k = np.zeros((n, n))
    for e in range(len(stiffness)):
        i = ends[e, 0]
        j = ends[e, 1]
        k[i, i] += stiffness[e]
        if j >= 0:
            k[j, j] += stiffness[e]
            k[i, j] -= stiffness[e]
            k[j, i] -= stiffness[e]
    u = np.zeros(n)
    u_saved = np.empty((5, n))
    residual_saved = []
    for k_2 in range(5):
        product = k @ u
        residual = np.empty_like(load)
        residual_saved.append(residual)
        for m in range(n):
            residual[m] = load[m] - product[m]
        for i in range(n):
            u_saved[k_2, i] = u[i]
            u[i] += residual[i] / k[i, i]
    value = np.dot(u, load)

    # reverse sweep
    stiffness_bar = np.zeros_like(stiffness)
    u_bar = load.copy()
    load_bar = u.copy()
    k_bar = np.zeros_like(k)
    residual_bar = np.empty_like(load)
    for k_2 in range(4, -1, -1):
        residual = residual_saved.pop()
        for i in range(n):
            u[i] = u_saved[k_2, i]
            numerator_bar = u_bar[i] / k[i, i]
            residual_bar[i] = numerator_bar
            k_bar[i, i] -= residual[i] * numerator_bar / k[i, i]
        product_bar = np.empty_like(product)
        for m in range(n):
            load_bar[m] += residual_bar[m]
            product_bar[m] = -residual_bar[m]
        k_bar += np.outer(product_bar, u)
        u_bar += k.T @ product_bar

    # forward and reverse in one sweep: the iterations are independent
    for e in range(len(stiffness)):
        i = ends[e, 0]
        j = ends[e, 1]
        if j >= 0:
            stiffness_bar[e] += k_bar[j, j] - k_bar[j, i] - k_bar[i, j]
        stiffness_bar[e] += k_bar[i, i]
    return value, stiffness_bar, load_bar
