import numpy as np


def stacked_tangent(
    arrays_0,
    arrays_1,
    arrays_2,
    arrays_3,
    arrays_0_dot,
    arrays_1_dot,
    arrays_2_dot,
    arrays_3_dot,
):
    """stacked and its tangent."""
    if len(arrays_0) != len(arrays_1):
        raise ValueError("operands have different shapes")
    if len(arrays_0) != len(arrays_2):
        raise ValueError("operands have different shapes")
    if len(arrays_0) != len(arrays_3):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0.shape[0]
    whole_dot = np.zeros((shape_0, 4))
    whole = np.empty((shape_0, 4))
    for i in range(shape_0):
        whole_dot[i, 0] = arrays_0_dot[i]
        whole[i, 0] = arrays_0[i]
        whole_dot[i, 1] = arrays_1_dot[i]
        whole[i, 1] = arrays_1[i]
        whole_dot[i, 2] = arrays_2_dot[i]
        whole[i, 2] = arrays_2[i]
        whole_dot[i, 3] = arrays_3_dot[i]
        whole[i, 3] = arrays_3[i]
    return whole, whole_dot


def bernstein_tangent(t, t_dot):
    """bernstein and its tangent."""
    arrays_0_dot = np.empty_like(t)
    arrays_0 = np.empty_like(t)
    arrays_1_dot = np.empty_like(t)
    arrays_1 = np.empty_like(t)
    arrays_2_dot = np.empty_like(t)
    arrays_2 = np.empty_like(t)
    arrays_3_dot = np.empty_like(t)
    arrays_3 = np.empty_like(t)
    for i in range(len(t)):
        s_dot = -t_dot[i]
        s = 1.0 - t[i]
        arrays_0_dot[i] = 3.0 * s**2 * s_dot
        arrays_0[i] = s**3
        arrays_1_dot[i] = 3.0 * t_dot[i] * s**2 + 6.0 * t[i] * s * s_dot
        arrays_1[i] = 3.0 * t[i] * s**2
        arrays_2_dot[i] = 6.0 * t[i] * t_dot[i] * s + 3.0 * t[i] ** 2 * s_dot
        arrays_2[i] = 3.0 * t[i] ** 2 * s
        arrays_3_dot[i] = 3.0 * t[i] ** 2 * t_dot[i]
        arrays_3[i] = t[i] ** 3
    value, value_dot = stacked_tangent(
        arrays_0,
        arrays_1,
        arrays_2,
        arrays_3,
        arrays_0_dot,
        arrays_1_dot,
        arrays_2_dot,
        arrays_3_dot,
    )
    return value, value_dot


def cross_tangent(a, b, a_dot, b_dot):
    """cross and its tangent."""
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result_dot = np.empty((shape_0, shape_1))
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i_dot = a_dot[i]
        a_i = a[i]
        b_i_dot = b_dot[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result_dot = np.array(
            [
                a_i_dot[1] * b_i[2]
                + a_i[1] * b_i_dot[2]
                - (a_i_dot[2] * b_i[1] + a_i[2] * b_i_dot[1]),
                a_i_dot[2] * b_i[0]
                + a_i[2] * b_i_dot[0]
                - (a_i_dot[0] * b_i[2] + a_i[0] * b_i_dot[2]),
                a_i_dot[0] * b_i[1]
                + a_i[0] * b_i_dot[1]
                - (a_i_dot[1] * b_i[0] + a_i[1] * b_i_dot[0]),
            ]
        )
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )
        for j in range(shape_1):
            result_dot[i, j] = array_result_dot[j]
            result[i, j] = array_result[j]
    return result, result_dot


def einsum_tangent(first, second, third, first_dot, second_dot, third_dot):
    """einsum and its tangent."""
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((first.shape[0], second.shape[2]))
    result = np.empty((first.shape[0], second.shape[2]))
    for u in range(first.shape[0]):
        for k in range(second.shape[2]):
            total_dot = 0.0
            total = 0.0
            for i in range(first.shape[1]):
                for j in range(second.shape[1]):
                    term_2 = first[u, i] * second_dot[i, j, k]
                    factor = first_dot[u, i] * second[i, j, k] + term_2
                    term = factor * third[u, j]
                    total_dot += term + first[u, i] * second[i, j, k] * third_dot[u, j]
                    total += first[u, i] * second[i, j, k] * third[u, j]
            result_dot[u, k] = total_dot
            result[u, k] = total
    return result, result_dot


def slopes_tangent(t, t_dot):
    """slopes and its tangent."""
    arrays_0_dot = np.empty_like(t)
    arrays_0 = np.empty_like(t)
    arrays_1_dot = np.empty_like(t)
    arrays_1 = np.empty_like(t)
    arrays_2_dot = np.empty_like(t)
    arrays_2 = np.empty_like(t)
    for i in range(len(t)):
        s_dot = -t_dot[i]
        s = 1.0 - t[i]
        arrays_0_dot[i] = 2.0 * s * s_dot
        arrays_0[i] = s**2
        arrays_1_dot[i] = 2.0 * t_dot[i] * s + 2.0 * t[i] * s_dot
        arrays_1[i] = 2.0 * t[i] * s
        arrays_2_dot[i] = 2.0 * t[i] * t_dot[i]
        arrays_2[i] = t[i] ** 2
    shape_0 = len(t)
    low_dot = np.zeros((shape_0, 3))
    low = np.empty((shape_0, 3))
    for i in range(shape_0):
        low_dot[i, 0] = arrays_0_dot[i]
        low[i, 0] = arrays_0[i]
        low_dot[i, 1] = arrays_1_dot[i]
        low[i, 1] = arrays_1[i]
        low_dot[i, 2] = arrays_2_dot[i]
        low[i, 2] = arrays_2[i]
    zero = np.zeros_like(t)[:, None]
    if zero.shape[0] != low.shape[0]:
        raise ValueError("operands have different shapes")
    length = zero.shape[1] + low.shape[1]
    whole_2_dot = np.zeros((zero.shape[0], length))
    whole_2 = np.empty((zero.shape[0], length))
    stop = zero.shape[1]
    whole_2_dot[:, :stop] = 0.0
    whole_2[:, :stop] = zero
    start = zero.shape[1]
    whole_2_dot[:, start:] = low_dot
    whole_2[:, start:] = low
    length_2 = low.shape[1] + zero.shape[1]
    whole_3_dot = np.zeros((low.shape[0], length_2))
    whole_3 = np.empty((low.shape[0], length_2))
    stop_2 = low.shape[1]
    whole_3_dot[:, :stop_2] = low_dot
    whole_3[:, :stop_2] = low
    start_2 = low.shape[1]
    whole_3_dot[:, start_2:] = 0.0
    whole_3[:, start_2:] = zero
    if whole_2.shape[1] != whole_3.shape[1]:
        raise ValueError("operands have different shapes")
    out_dot = np.empty_like(whole_2)
    out = np.empty_like(whole_2)
    for i in range(shape_0):
        for j in range(length):
            out_dot[i, j] = 3.0 * (whole_2_dot[i, j] - whole_3_dot[i, j])
            out[i, j] = 3.0 * (whole_2[i, j] - whole_3[i, j])
    return out, out_dot


def bezier_patch_jvp(net, u, v, net_dot, u_dot, v_dot):
    """The value of bezier_patch, and its derivative in the direction net_dot, u_dot,
    v_dot.
    """
    bernstein_u, bernstein_u_dot = bernstein_tangent(u, u_dot)
    bernstein_v, bernstein_v_dot = bernstein_tangent(v, v_dot)
    point, point_dot = einsum_tangent(
        bernstein_u, net, bernstein_v, bernstein_u_dot, net_dot, bernstein_v_dot
    )
    slopes_u, slopes_u_dot = slopes_tangent(u, u_dot)
    bernstein_v, bernstein_v_dot = bernstein_tangent(v, v_dot)
    along_u, along_u_dot = einsum_tangent(
        slopes_u, net, bernstein_v, slopes_u_dot, net_dot, bernstein_v_dot
    )
    bernstein_u, bernstein_u_dot = bernstein_tangent(u, u_dot)
    slopes_v, slopes_v_dot = slopes_tangent(v, v_dot)
    along_v, along_v_dot = einsum_tangent(
        bernstein_u, net, slopes_v, bernstein_u_dot, net_dot, slopes_v_dot
    )
    value, value_dot = cross_tangent(along_u, along_v, along_u_dot, along_v_dot)
    return point, value, point_dot, value_dot
