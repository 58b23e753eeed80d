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
        if len(load) != k.shape[0]:
            raise ValueError("load and k have different shapes")
        product = k @ u
        residual = np.empty_like(product)
        residual_saved.append(residual)
        for l in range(n):
            residual[l] = load[l] - product[l]
        for i_2 in range(n):
            u_saved[k_2, i_2] = u[i_2]
            u[i_2] += residual[i_2] / k[i_2, i_2]
    if len(u) != len(load):
        raise ValueError("u and load have different shapes")
    total = 0.0
    for l in range(n):
        total += u[l] * load[l]

    # reverse sweep
    stiffness_bar = np.zeros_like(stiffness)
    load_bar = np.zeros_like(load)
    u_bar = np.zeros_like(u)
    for l in range(n):
        u_bar[l] += load[l]
        load_bar[l] += u[l]
    k_bar = np.zeros_like(k)
    for k_2 in range(4, -1, -1):
        residual = residual_saved.pop()
        residual_bar = np.zeros_like(residual)
        for i_2 in range(n):
            u[i_2] = u_saved[k_2, i_2]
            numerator_bar = u_bar[i_2] / k[i_2, i_2]
            residual_bar[i_2] += numerator_bar
            k_bar[i_2, i_2] -= residual[i_2] * numerator_bar / k[i_2, i_2]
        product = k @ u
        product_bar = np.zeros_like(product)
        for l in range(n):
            load_bar[l] += residual_bar[l]
            product_bar[l] -= residual_bar[l]
        k_bar += np.outer(product_bar, u)
        u_bar += k.T @ product_bar

    # forward and reverse in one sweep: the iterations are independent
    for e in range(len(stiffness)):
        i = ends[e, 0]
        j = ends[e, 1]
        if j >= 0:
            stiffness_bar[e] += k_bar[j, j] - k_bar[j, i] - k_bar[i, j]
        stiffness_bar[e] += k_bar[i, i]
    return total, stiffness_bar, load_bar
