import numpy as np


def product_tangent(p, p_dot):
    """product and its tangent."""
    return p[0] * p[1], p_dot[0] * p[1] + p[0] * p_dot[1]


def parts_of_index_arrays_jvp(x, r, k, x_dot, r_dot):
    """The value of parts_of_index_arrays, and its derivative in the direction x_dot,
    r_dot.
    """
    r_gathered_dot = r_dot[k].copy()
    r_gathered = r[k]
    r_gathered_2_dot = r_dot[k].copy()
    r_gathered_2 = r[k]
    x_gathered_dot = x_dot[k].copy()
    x_gathered = x[k]
    if x_gathered.shape[0] != len(r):
        raise ValueError("x_gathered and r have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    r_gathered_3_dot = r_dot[k].copy()
    r_gathered_3 = r[k]
    v_dot = r_gathered_3_dot[1:]
    v = r_gathered_3[1:]
    x_gathered_2_dot = x_dot[k].copy()
    x_gathered_2 = x[k]
    x_gathered_3_dot = x_dot[k].copy()
    x_gathered_3 = x[k]
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(r) - 1):
        total_3_dot += v_dot[i] * v[i] + v[i] * v_dot[i]
        total_3 += v[i] * v[i]
    x_gathered_4_dot = x_dot[:, k].copy()
    x_gathered_4 = x[:, k]
    index = np.empty_like(k)
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(r)):
        index[i] = k[i] - 1
        total_4_dot += x_gathered_4_dot[1, i]
        total_4 += x_gathered_4[1, i]
    x_gathered_5_dot = x_dot[index].copy()
    x_gathered_5 = x[index]
    if x_gathered_5[0].shape != r.shape:
        raise ValueError("x_gathered[0] and r have different shapes")
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(x.shape[1]):
        for j in range(len(k)):
            total_2_dot += x_gathered_dot[j, i] * r[j] + x_gathered[j, i] * r_dot[j]
            total_2 += x_gathered[j, i] * r[j]
        total_5_dot += x_gathered_5_dot[0, i] * r[i] + x_gathered_5[0, i] * r_dot[i]
        total_5 += x_gathered_5[0, i] * r[i]
    product_r_gathered, product_r_gathered_dot = product_tangent(
        r_gathered_2, r_gathered_2_dot
    )
    total_dot = r_gathered_dot[0] + product_r_gathered_dot + total_2_dot
    total = r_gathered[0] + product_r_gathered + total_2
    term_2 = x_gathered_2[1][0] * x_gathered_3_dot[0, 1]
    term = x_gathered_2_dot[1][0] * x_gathered_3[0, 1] + term_2
    total_dot += total_3_dot + term
    total += total_3 + x_gathered_2[1][0] * x_gathered_3[0, 1]
    total_dot += total_4_dot + total_5_dot
    total += total_4 + total_5
    x_gathered_6_dot = x_dot[1][k].copy()
    x_gathered_6 = x[1][k]
    x_gathered_7_dot = x_dot.T[k].copy()
    x_gathered_7 = x.T[k]
    r_gathered_4_dot = r_dot[k].copy()
    r_gathered_4 = r[k]
    r_gathered_4_gathered_dot = r_gathered_4_dot[k].copy()
    r_gathered_4_gathered = r_gathered_4[k]
    product_x_gathered, product_x_gathered_dot = product_tangent(
        x_gathered_6, x_gathered_6_dot
    )
    product_x_gathered_2, product_x_gathered_2_dot = product_tangent(
        x_gathered_7[1], x_gathered_7_dot[1]
    )
    product_r_gathered_4_gathered, product_r_gathered_4_gathered_dot = product_tangent(
        r_gathered_4_gathered, r_gathered_4_gathered_dot
    )
    total_dot += (
        product_x_gathered_dot
        + product_x_gathered_2_dot
        + product_r_gathered_4_gathered_dot
    )
    total += product_x_gathered + product_x_gathered_2 + product_r_gathered_4_gathered
    r_gathered_5_dot = r_dot[k].copy()
    r_gathered_5 = r[k]
    r_gathered_6_dot = r_dot[k].copy()
    r_gathered_6 = r[k]
    pair_0_dot = r_gathered_5_dot[0]
    pair_0 = r_gathered_5[0]
    pair_1_dot = r_gathered_6_dot[2]
    pair_1 = r_gathered_6[2]
    r_gathered_7_dot = r_dot[::-1][k].copy()
    r_gathered_7 = r[::-1][k]
    if r_gathered_7[::-1].shape != r.shape:
        raise ValueError("r_gathered[::-1] and r have different shapes")
    r_gathered_7_part_dot = r_gathered_7_dot[::-1]
    r_gathered_7_part = r_gathered_7[::-1]
    total_6_dot = 0.0
    total_6 = 0.0
    for i in range(len(r_gathered_7_part)):
        total_6_dot += r_gathered_7_part_dot[i] * r[i] + r_gathered_7_part[i] * r_dot[i]
        total_6 += r_gathered_7_part[i] * r[i]
    value_dot = total_dot + (pair_0_dot * pair_1 + pair_0 * pair_1_dot) + total_6_dot
    return total + pair_0 * pair_1 + total_6, value_dot
