import numpy as np


def product(p):
    return p[0] * p[1]


def product_adjoint(p, result_bar, p_bar):
    """The adjoint of p is added to p_bar."""
    p_bar[0] += p[1] * result_bar
    p_bar[1] += p[0] * result_bar


def parts_of_index_arrays_value_and_grad(x, r, k):
    """The value of parts_of_index_arrays, and its gradient with respect to x and r."""
    # forward sweep
    r_gathered = r[k]
    r_gathered_2 = r[k]
    x_gathered = x[k]
    if x_gathered.shape[0] != len(r):
        raise ValueError("x_gathered and r have different shapes")
    total_2 = 0.0
    r_gathered_3 = r[k]
    v = r_gathered_3[1:]
    x_gathered_2 = x[k]
    x_gathered_3 = x[k]
    total_3 = 0.0
    for i in range(len(r) - 1):
        total_3 += v[i] * v[i]
    x_gathered_4 = x[:, k]
    index = np.empty_like(k)
    total_4 = 0.0
    for i in range(len(r)):
        index[i] = k[i] - 1
        total_4 += x_gathered_4[1, i]
    x_gathered_5 = x[index]
    if x_gathered_5[0].shape != r.shape:
        raise ValueError("x_gathered[0] and r have different shapes")
    total_5 = 0.0
    for i in range(x.shape[1]):
        for j in range(len(k)):
            total_2 += x_gathered[j, i] * r[j]
        total_5 += x_gathered_5[0, i] * r[i]
    total = r_gathered[0] + product(r_gathered_2) + total_2
    total += total_3 + x_gathered_2[1][0] * x_gathered_3[0, 1]
    total += total_4 + total_5
    x_gathered_6 = x[1][k]
    x_gathered_7 = x.T[k]
    r_gathered_4 = r[k]
    r_gathered_4_gathered = r_gathered_4[k]
    product_x_gathered = product(x_gathered_6)
    product_x_gathered_2 = product(x_gathered_7[1])
    product_r_gathered_4_gathered = product(r_gathered_4_gathered)
    total += product_x_gathered + product_x_gathered_2 + product_r_gathered_4_gathered
    r_gathered_5 = r[k]
    r_gathered_6 = r[k]
    pair_0 = r_gathered_5[0]
    pair_1 = r_gathered_6[2]
    r_gathered_7 = r[::-1][k]
    if r_gathered_7[::-1].shape != r.shape:
        raise ValueError("r_gathered[::-1] and r have different shapes")
    r_gathered_7_part = r_gathered_7[::-1]
    total_6 = 0.0
    for i in range(len(r_gathered_7_part)):
        total_6 += r_gathered_7_part[i] * r[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    r_bar = np.zeros_like(r)
    r_gathered_7_bar = np.zeros_like(r_gathered_7)
    r_gathered_7_part_bar = r_gathered_7_bar[::-1]
    for i in range(len(r_gathered_7_part)):
        r_gathered_7_part_bar[i] += r[i]
        r_bar[i] += r_gathered_7_part[i]
    for k_2 in range(len(k)):
        r_bar[::-1][k[k_2]] += r_gathered_7_bar[k_2]
    r_gathered_6_bar = np.zeros_like(r_gathered_6)
    r_gathered_6_bar[2] += pair_0
    r_gathered_5_bar = np.zeros_like(r_gathered_5)
    r_gathered_5_bar[0] += pair_1
    for k_3 in range(len(k)):
        r_bar[k[k_3]] += r_gathered_6_bar[k_3]
    for k_4 in range(len(k)):
        r_bar[k[k_4]] += r_gathered_5_bar[k_4]
    r_gathered_4_gathered_bar = np.zeros_like(r_gathered_4_gathered)
    product_adjoint(r_gathered_4_gathered, 1.0, r_gathered_4_gathered_bar)
    x_gathered_7_bar = np.zeros_like(x_gathered_7)
    product_adjoint(x_gathered_7[1], 1.0, x_gathered_7_bar[1])
    x_gathered_6_bar = np.zeros_like(x_gathered_6)
    product_adjoint(x_gathered_6, 1.0, x_gathered_6_bar)
    r_gathered_4_bar = np.zeros_like(r_gathered_4)
    for k_5 in range(len(k)):
        r_gathered_4_bar[k[k_5]] += r_gathered_4_gathered_bar[k_5]
    for k_6 in range(len(k)):
        r_bar[k[k_6]] += r_gathered_4_bar[k_6]
    for k_7 in range(len(k)):
        x_bar.T[k[k_7]] += x_gathered_7_bar[k_7]
    for k_8 in range(len(k)):
        x_bar[1][k[k_8]] += x_gathered_6_bar[k_8]
    x_gathered_2_bar = np.zeros_like(x_gathered_2)
    x_gathered_3_bar = np.zeros_like(x_gathered_3)
    x_gathered_2_bar[1][0] += x_gathered_3[0, 1]
    x_gathered_3_bar[0, 1] += x_gathered_2[1][0]
    r_gathered_bar = np.zeros_like(r_gathered)
    r_gathered_bar[0] += 1.0
    r_gathered_2_bar = np.zeros_like(r_gathered_2)
    product_adjoint(r_gathered_2, 1.0, r_gathered_2_bar)
    x_gathered_bar = np.zeros_like(x_gathered)
    x_gathered_5_bar = np.zeros_like(x_gathered_5)
    for i in range(x.shape[1]):
        x_gathered_5_bar[0, i] += r[i]
        r_bar[i] += x_gathered_5[0, i]
        for j in range(len(k)):
            x_gathered_bar[j, i] += r[j]
            r_bar[j] += x_gathered[j, i]
    for k_9 in range(len(index)):
        x_bar[index[k_9]] += x_gathered_5_bar[k_9]
    x_gathered_4_bar = np.zeros_like(x_gathered_4)
    for i in range(len(r)):
        x_gathered_4_bar[1, i] += 1.0
    for k_10 in range(len(k)):
        x_bar[:, k[k_10]] += x_gathered_4_bar[:, k_10]
    r_gathered_3_bar = np.zeros_like(r_gathered_3)
    v_bar = r_gathered_3_bar[1:]
    for i in range(len(r) - 1):
        v_bar[i] += 2.0 * v[i]
    for k_11 in range(len(k)):
        x_bar[k[k_11]] += x_gathered_3_bar[k_11]
    for k_12 in range(len(k)):
        x_bar[k[k_12]] += x_gathered_2_bar[k_12]
    for k_13 in range(len(k)):
        r_bar[k[k_13]] += r_gathered_3_bar[k_13]
    for k_14 in range(len(k)):
        x_bar[k[k_14]] += x_gathered_bar[k_14]
    for k_15 in range(len(k)):
        r_bar[k[k_15]] += r_gathered_2_bar[k_15]
    for k_16 in range(len(k)):
        r_bar[k[k_16]] += r_gathered_bar[k_16]
    return total + pair_0 * pair_1 + total_6, x_bar, r_bar
