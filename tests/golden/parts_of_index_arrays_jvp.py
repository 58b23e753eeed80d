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
    product_r_gathered, product_r_gathered_dot = product_tangent(
        r_gathered_2, r_gathered_2_dot
    )
    total_dot = (
        r_gathered_dot[0]
        + product_r_gathered_dot
        + np.sum(x_gathered_dot.T * r + x_gathered.T * r_dot)
    )
    total = r_gathered[0] + product_r_gathered + np.sum(x_gathered.T * r)
    r_gathered_3_dot = r_dot[k].copy()
    r_gathered_3 = r[k]
    v_dot = r_gathered_3_dot[1:]
    v = r_gathered_3[1:]
    x_gathered_2_dot = x_dot[k].copy()
    x_gathered_2 = x[k]
    x_gathered_3_dot = x_dot[k].copy()
    x_gathered_3 = x[k]
    term_2 = x_gathered_2[1][0] * x_gathered_3_dot[0, 1]
    term = x_gathered_2_dot[1][0] * x_gathered_3[0, 1] + term_2
    total_dot += np.sum(v_dot * v + v * v_dot) + term
    total += np.sum(v * v) + x_gathered_2[1][0] * x_gathered_3[0, 1]
    x_gathered_4_dot = x_dot[:, k].copy()
    x_gathered_4 = x[:, k]
    index = k - 1
    x_gathered_5_dot = x_dot[index].copy()
    x_gathered_5 = x[index]
    if x_gathered_5[0].shape != r.shape:
        raise ValueError("x_gathered_5[0] and r have different shapes")
    term_3 = np.sum(x_gathered_5_dot[0] * r + x_gathered_5[0] * r_dot)
    total_dot += np.sum(x_gathered_4_dot[1]) + term_3
    total += np.sum(x_gathered_4[1]) + np.sum(x_gathered_5[0] * r)
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
        raise ValueError("r_gathered_7[::-1] and r have different shapes")
    value_dot = (
        total_dot
        + (pair_0_dot * pair_1 + pair_0 * pair_1_dot)
        + np.sum(r_gathered_7_dot[::-1] * r + r_gathered_7[::-1] * r_dot)
    )
    return total + pair_0 * pair_1 + np.sum(r_gathered_7[::-1] * r), value_dot
