import numpy as np


def acceleration(x, mass, soft):
    r = np.empty((x.shape[0], x.shape[0], x.shape[1]))
    power = soft**2
    if len(mass) != x.shape[0]:
        raise ValueError("mass and d2 have different shapes")
    quotient = np.empty((x.shape[0], x.shape[0]))
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            total = 0.0
            for k in range(x.shape[1]):
                r[i, j, k] = x[j, k] - x[i, k]
                total += r[i, j, k] ** 2
            d2 = total + power
            quotient[i, j] = mass[j] / d2**1.5
    quotient_part = quotient[:, :, None]
    out = np.zeros((x.shape[0], x.shape[1]))
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            for k in range(x.shape[1]):
                out[i, k] += r[i, j, k] * quotient_part[i, j, 0]
    return out


def acceleration_adjoint(x, mass, soft, result_bar, x_bar, mass_bar):
    """The adjoint of soft in acceleration; the adjoint of x and mass is added to
    x_bar, mass_bar.
    """
    # forward sweep: saves total
    r = np.empty((x.shape[0], x.shape[0], x.shape[1]))
    power = soft**2
    if len(mass) != x.shape[0]:
        raise ValueError("mass and d2 have different shapes")
    quotient = np.empty((x.shape[0], x.shape[0]))
    total_saved = np.empty((x.shape[0], x.shape[0]))
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            total = 0.0
            for k in range(x.shape[1]):
                r[i, j, k] = x[j, k] - x[i, k]
                total += r[i, j, k] ** 2
            total_saved[i, j] = total
            d2 = total + power
            quotient[i, j] = mass[j] / d2**1.5
    quotient_part = quotient[:, :, None]

    # reverse sweep
    r_bar = np.empty_like(r)
    quotient_bar = np.zeros_like(quotient)
    quotient_part_bar = quotient_bar[:, :, None]
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            for k in range(x.shape[1]):
                r_bar[i, j, k] = quotient_part[i, j, 0] * result_bar[i, k]
                quotient_part_bar[i, j, 0] += r[i, j, k] * result_bar[i, k]
    power_bar = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[0]):
            d2 = total_saved[i, j] + power
            power_2 = d2**1.5
            numerator_bar = quotient_bar[i, j] / power_2
            mass_bar[j] += numerator_bar
            d2_bar = -1.5 * d2**0.5 * mass[j] * numerator_bar / power_2
            power_bar += d2_bar
            for k in range(x.shape[1]):
                r_bar[i, j, k] += 2.0 * r[i, j, k] * d2_bar
                x_bar[j, k] += r_bar[i, j, k]
                x_bar[i, k] -= r_bar[i, j, k]
    return 2.0 * soft * power_bar


def cluster_of_stars_vjp(
    x, v, mass, soft, dt, steps, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of x, v, mass, soft and dt of cluster_of_stars, for the adjoint
    of its result.
    """
    # forward sweep: saves a, x_2 and v_2
    a = acceleration(x, mass, soft)
    x_2 = x
    v_3 = v
    a_saved = []
    x_2_saved = []
    v_2_saved = []
    for k in range(steps):
        if v_3.shape[0] != a.shape[0]:
            raise ValueError("v and a have different shapes")
        if v_3.shape[1] != a.shape[1]:
            raise ValueError("v and a have different shapes")
        v_2 = np.empty_like(v_3)
        v_2_saved.append(v_2)
        for i in range(v_3.shape[0]):
            for j in range(v_3.shape[1]):
                v_2[i, j] = v_3[i, j] + 0.5 * dt * a[i, j]
        if x_2.shape[0] != v_2.shape[0]:
            raise ValueError("x and v have different shapes")
        if x_2.shape[1] != v_2.shape[1]:
            raise ValueError("x and v have different shapes")
        x_new = np.empty_like(x_2)
        for i in range(x_2.shape[0]):
            for j in range(x_2.shape[1]):
                x_new[i, j] = x_2[i, j] + dt * v_2[i, j]
        x_2_saved.append(x_2)
        x_2 = x_new
        a_saved.append(a)
        a = acceleration(x_2, mass, soft)
        if v_2.shape[0] != a.shape[0]:
            raise ValueError("v and a have different shapes")
        if v_2.shape[1] != a.shape[1]:
            raise ValueError("v and a have different shapes")
        v_3 = np.empty_like(v_3)
        for i in range(v_2.shape[0]):
            for j in range(v_2.shape[1]):
                v_3[i, j] = v_2[i, j] + 0.5 * dt * a[i, j]
    if len(mass) != x_2.shape[0]:
        raise ValueError("mass and x have different shapes")
    product = mass @ x_2
    total = 0.0
    if len(mass) != v_3.shape[0]:
        raise ValueError("mass and v have different shapes")
    total_3 = np.empty(v_3.shape[0])
    for i in range(v_3.shape[0]):
        total_3[i] = 0.0
        for j in range(v_3.shape[1]):
            total_3[i] += v_3[i, j] * v_3[i, j]
    for i in range(len(mass)):
        total += mass[i]

    # reverse sweep
    mass_bar = np.empty_like(mass)
    centre_bar = result_0_bar.copy()
    x_2_bar = result_2_bar.copy()
    total_2_bar = 0.5 * result_1_bar
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(product)):
        numerator_bar = centre_bar[i] / total
        product_bar[i] = numerator_bar
        total_bar -= product[i] * numerator_bar / total
    total_3_bar = np.empty_like(total_3)
    for i in range(len(mass)):
        total_3_bar[i] = mass[i] * total_2_bar
        mass_bar[i] = total_3[i] * total_2_bar + total_bar
    v_3_bar = np.empty_like(v_3)
    for i in range(v_3.shape[0]):
        for j in range(v_3.shape[1]):
            v_3_bar[i, j] = 2.0 * v_3[i, j] * total_3_bar[i]
    mass_bar += x_2 @ product_bar
    x_2_bar += np.outer(mass, product_bar)
    a_bar = np.zeros_like(a)
    dt_bar = 0.0
    soft_bar = 0.0
    for k in range(steps - 1, -1, -1):
        v_2_bar = np.empty_like(v_2)
        for i in range(v_2.shape[0]):
            for j in range(v_2.shape[1]):
                v_2_bar[i, j] = v_3_bar[i, j]
                dt_bar += 0.5 * a[i, j] * v_3_bar[i, j]
                a_bar[i, j] += 0.5 * dt * v_3_bar[i, j]
        v_3_bar = np.empty_like(v_3)
        a = a_saved.pop()
        soft_bar += acceleration_adjoint(x_2, mass, soft, a_bar, x_2_bar, mass_bar)
        a_bar = np.zeros_like(a)
        x_2 = x_2_saved.pop()
        x_new_bar = x_2_bar
        x_2_bar = np.empty_like(x_2)
        v_2 = v_2_saved.pop()
        for i in range(x_2.shape[0]):
            for j in range(x_2.shape[1]):
                x_2_bar[i, j] = x_new_bar[i, j]
                dt_bar += v_2[i, j] * x_new_bar[i, j]
                v_2_bar[i, j] += dt * x_new_bar[i, j]
        for i in range(v_3.shape[0]):
            for j in range(v_3.shape[1]):
                v_3_bar[i, j] = v_2_bar[i, j]
                dt_bar += 0.5 * a[i, j] * v_2_bar[i, j]
                a_bar[i, j] += 0.5 * dt * v_2_bar[i, j]
    soft_bar += acceleration_adjoint(x, mass, soft, a_bar, x_2_bar, mass_bar)
    return x_2_bar, v_3_bar, mass_bar, soft_bar, dt_bar
