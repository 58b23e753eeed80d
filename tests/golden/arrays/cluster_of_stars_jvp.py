import numpy as np


def acceleration_tangent(x, mass, soft, x_dot, mass_dot, soft_dot):
    """acceleration and its tangent."""
    r_dot = np.empty((x.shape[0], x.shape[0], x.shape[1]))
    r = np.empty((x.shape[0], x.shape[0], x.shape[1]))
    power_dot = 2.0 * soft * soft_dot
    power = soft**2
    if len(mass) != x.shape[0]:
        raise ValueError("mass and d2 have different shapes")
    quotient_dot = np.empty((x.shape[0], x.shape[0]))
    quotient = np.empty((x.shape[0], x.shape[0]))
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            total_dot = 0.0
            total = 0.0
            for k in range(x.shape[1]):
                r_dot[i, j, k] = x_dot[j, k] - x_dot[i, k]
                r[i, j, k] = x[j, k] - x[i, k]
                total_dot += 2.0 * r[i, j, k] * r_dot[i, j, k]
                total += r[i, j, k] ** 2
            d2 = total + power
            power_2_dot = 1.5 * d2**0.5 * (total_dot + power_dot)
            power_2 = d2**1.5
            quotient_2 = mass[j] / power_2
            quotient_dot[i, j] = (mass_dot[j] - quotient_2 * power_2_dot) / power_2
            quotient[i, j] = quotient_2
    quotient_part_dot = quotient_dot[:, :, None]
    quotient_part = quotient[:, :, None]
    out_dot = np.zeros((x.shape[0], x.shape[1]))
    out = np.zeros((x.shape[0], x.shape[1]))
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            for k in range(x.shape[1]):
                term = r[i, j, k] * quotient_part_dot[i, j, 0]
                out_dot[i, k] += r_dot[i, j, k] * quotient_part[i, j, 0] + term
                out[i, k] += r[i, j, k] * quotient_part[i, j, 0]
    return out, out_dot


def cluster_of_stars_jvp(
    x, v, mass, soft, dt, steps, x_dot, v_dot, mass_dot, soft_dot, dt_dot
):
    """The value of cluster_of_stars, and its derivative in the direction x_dot,
    v_dot, mass_dot, soft_dot, dt_dot.
    """
    a, a_dot = acceleration_tangent(x, mass, soft, x_dot, mass_dot, soft_dot)
    for _ in range(steps):
        if v.shape[0] != a.shape[0]:
            raise ValueError("v and a have different shapes")
        if v.shape[1] != a.shape[1]:
            raise ValueError("v and a have different shapes")
        v_2_dot = np.empty_like(v)
        v_2 = np.empty_like(v)
        for i in range(v.shape[0]):
            for j in range(v.shape[1]):
                term = 0.5 * dt_dot * a[i, j] + 0.5 * dt * a_dot[i, j]
                v_2_dot[i, j] = v_dot[i, j] + term
                v_2[i, j] = v[i, j] + 0.5 * dt * a[i, j]
        if x.shape[0] != v_2.shape[0]:
            raise ValueError("x and v have different shapes")
        if x.shape[1] != v_2.shape[1]:
            raise ValueError("x and v have different shapes")
        x_new_dot = np.empty_like(x)
        x_new = np.empty_like(x)
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                term_2 = dt_dot * v_2[i, j] + dt * v_2_dot[i, j]
                x_new_dot[i, j] = x_dot[i, j] + term_2
                x_new[i, j] = x[i, j] + dt * v_2[i, j]
        x_dot = x_new_dot
        x = x_new
        a, a_dot = acceleration_tangent(x, mass, soft, x_dot, mass_dot, soft_dot)
        if v_2.shape[0] != a.shape[0]:
            raise ValueError("v and a have different shapes")
        if v_2.shape[1] != a.shape[1]:
            raise ValueError("v and a have different shapes")
        v_dot = np.zeros_like(v)
        v = np.empty_like(v)
        for i in range(v_2.shape[0]):
            for j in range(v_2.shape[1]):
                term_3 = 0.5 * dt_dot * a[i, j] + 0.5 * dt * a_dot[i, j]
                v_dot[i, j] = v_2_dot[i, j] + term_3
                v[i, j] = v_2[i, j] + 0.5 * dt * a[i, j]
    if len(mass) != x.shape[0]:
        raise ValueError("mass and x have different shapes")
    product_dot = mass_dot @ x + mass @ x_dot
    product = mass @ x
    total_dot = 0.0
    total = 0.0
    centre_dot = np.empty_like(product)
    centre = np.empty_like(product)
    if len(mass) != v.shape[0]:
        raise ValueError("mass and v have different shapes")
    total_3_dot = np.zeros(v.shape[0])
    total_3 = np.empty(v.shape[0])
    for i in range(v.shape[0]):
        total_3_dot[i] = 0.0
        total_3[i] = 0.0
        for j in range(v.shape[1]):
            total_3_dot[i] += v_dot[i, j] * v[i, j] + v[i, j] * v_dot[i, j]
            total_3[i] += v[i, j] * v[i, j]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(mass)):
        total_dot += mass_dot[i]
        total += mass[i]
        total_2_dot += mass_dot[i] * total_3[i] + mass[i] * total_3_dot[i]
        total_2 += mass[i] * total_3[i]
    for i in range(len(product)):
        quotient = product[i] / total
        centre_dot[i] = (product_dot[i] - quotient * total_dot) / total
        centre[i] = quotient
    kinetic = 0.5 * total_2
    return centre, kinetic, x, centre_dot, 0.5 * total_2_dot, x_dot
