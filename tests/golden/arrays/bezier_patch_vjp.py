import numpy as np


def stacked(arrays_0, arrays_1, arrays_2, arrays_3):
    """Arrays beside each other, along a new axis."""
    if len(arrays_0) != len(arrays_1):
        raise ValueError("operands have different shapes")
    if len(arrays_0) != len(arrays_2):
        raise ValueError("operands have different shapes")
    if len(arrays_0) != len(arrays_3):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0.shape[0]
    whole = np.empty((shape_0, 4))
    for i in range(shape_0):
        whole[i, 0] = arrays_0[i]
        whole[i, 1] = arrays_1[i]
        whole[i, 2] = arrays_2[i]
        whole[i, 3] = arrays_3[i]
    return whole


def bernstein(t):
    arrays_0 = np.empty_like(t)
    arrays_1 = np.empty_like(t)
    arrays_2 = np.empty_like(t)
    arrays_3 = np.empty_like(t)
    for i in range(len(t)):
        s = 1.0 - t[i]
        arrays_0[i] = s**3
        arrays_1[i] = 3.0 * t[i] * s**2
        arrays_2[i] = 3.0 * t[i] ** 2 * s
        arrays_3[i] = t[i] ** 3
    return stacked(arrays_0, arrays_1, arrays_2, arrays_3)


def stacked_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar, arrays_3_bar):
    """The adjoint of arrays_0, arrays_1, arrays_2 and arrays_3 is added to
    arrays_0_bar, arrays_1_bar, arrays_2_bar, arrays_3_bar.
    """
    # forward sweep
    if len(arrays_0_bar) != len(arrays_1_bar):
        raise ValueError("operands have different shapes")
    if len(arrays_0_bar) != len(arrays_2_bar):
        raise ValueError("operands have different shapes")
    if len(arrays_0_bar) != len(arrays_3_bar):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    for i in range(shape_0):
        arrays_3_bar[i] += whole_bar[i, 3]
        whole_bar[i, 3] = 0.0
        arrays_2_bar[i] += whole_bar[i, 2]
        whole_bar[i, 2] = 0.0
        arrays_1_bar[i] += whole_bar[i, 1]
        whole_bar[i, 1] = 0.0
        arrays_0_bar[i] += whole_bar[i, 0]


def bernstein_adjoint(t, result_bar, t_bar):
    """The adjoint of t is added to t_bar."""
    # forward sweep
    arrays_0 = np.empty_like(t)
    arrays_1 = np.empty_like(t)
    arrays_2 = np.empty_like(t)
    arrays_3 = np.empty_like(t)

    # reverse sweep
    arrays_0_bar = np.zeros_like(arrays_0)
    arrays_1_bar = np.zeros_like(arrays_1)
    arrays_2_bar = np.zeros_like(arrays_2)
    arrays_3_bar = np.zeros_like(arrays_3)
    stacked_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar, arrays_3_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(t)):
        s = 1.0 - t[i]
        t_bar[i] += 3.0 * t[i] ** 2 * arrays_3_bar[i]
        s_bar = 3.0 * t[i] ** 2 * arrays_2_bar[i] + 6.0 * s * t[i] * arrays_1_bar[i]
        t_bar[i] += 6.0 * t[i] * s * arrays_2_bar[i] + 3.0 * s**2 * arrays_1_bar[i]
        s_bar += 3.0 * s**2 * arrays_0_bar[i]
        t_bar[i] -= s_bar


def cross_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep
    count = len(a)
    if len(a) != len(b):
        raise ValueError("operands of cross have different shapes")
    shape_0 = a.shape[0]
    shape_1 = a.shape[1]
    result = np.empty((shape_0, shape_1))
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        if len(a_i) != 3 or len(b_i) != 3:
            raise ValueError("cross of vectors that do not have three elements")
        if len(result[i]) != 3:
            raise ValueError("result[i] and an array of 3 have different shapes")
        array_result = np.array(
            [
                a_i[1] * b_i[2] - a_i[2] * b_i[1],
                a_i[2] * b_i[0] - a_i[0] * b_i[2],
                a_i[0] * b_i[1] - a_i[1] * b_i[0],
            ]
        )

    # forward and reverse in one sweep: the iterations are independent
    for i in range(count):
        a_i = a[i]
        b_i = b[i]
        array_result_bar = np.zeros_like(array_result)
        for j in range(shape_1):
            array_result_bar[j] += result_bar[i, j]
        a_i_bar = a_bar[i]
        b_i_bar = b_bar[i]
        a_i_bar[2] += b_i[0] * array_result_bar[1] - b_i[1] * array_result_bar[0]
        b_i_bar[2] += a_i[1] * array_result_bar[0] - a_i[0] * array_result_bar[1]
        a_i_bar[0] += b_i[1] * array_result_bar[2] - b_i[2] * array_result_bar[1]
        b_i_bar[1] += a_i[0] * array_result_bar[2] - a_i[2] * array_result_bar[0]
        a_i_bar[1] += b_i[2] * array_result_bar[0] - b_i[0] * array_result_bar[2]
        b_i_bar[0] += a_i[2] * array_result_bar[1] - a_i[1] * array_result_bar[2]


def einsum(first, second, third):
    """The sums of first[u, i] * second[i, j, k] * third[u, j] over i, j."""
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((first.shape[0], second.shape[2]))
    for u in range(first.shape[0]):
        for k in range(second.shape[2]):
            total = 0.0
            for i in range(first.shape[1]):
                for j in range(second.shape[1]):
                    total += first[u, i] * second[i, j, k] * third[u, j]
            result[u, k] = total
    return result


def einsum_adjoint(first, second, third, result_bar, first_bar, second_bar, third_bar):
    """The adjoint of first, second and third is added to first_bar, second_bar,
    third_bar.
    """
    # forward sweep
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for u in range(first.shape[0]):
        for k in range(second.shape[2]):
            total_bar = result_bar[u, k]
            for i in range(first.shape[1]):
                first_u_i_bar = 0.0
                for j in range(second.shape[1]):
                    first_u_i_bar += second[i, j, k] * third[u, j] * total_bar
                    second_bar[i, j, k] += first[u, i] * third[u, j] * total_bar
                    third_bar[u, j] += first[u, i] * second[i, j, k] * total_bar
                first_bar[u, i] += first_u_i_bar


def slopes(t):
    arrays_0 = np.empty_like(t)
    arrays_1 = np.empty_like(t)
    arrays_2 = np.empty_like(t)
    for i in range(len(t)):
        s = 1.0 - t[i]
        arrays_0[i] = s**2
        arrays_1[i] = 2.0 * t[i] * s
        arrays_2[i] = t[i] ** 2
    shape_0 = len(t)
    low = np.empty((shape_0, 3))
    for i in range(shape_0):
        low[i, 0] = arrays_0[i]
        low[i, 1] = arrays_1[i]
        low[i, 2] = arrays_2[i]
    zero = np.zeros_like(t)[:, None]
    if zero.shape[0] != low.shape[0]:
        raise ValueError("operands have different shapes")
    length = zero.shape[1] + low.shape[1]
    whole_2 = np.empty((zero.shape[0], length))
    stop = zero.shape[1]
    whole_2[:, :stop] = zero
    start = zero.shape[1]
    whole_2[:, start:] = low
    length_2 = low.shape[1] + zero.shape[1]
    whole_3 = np.empty((low.shape[0], length_2))
    stop_2 = low.shape[1]
    whole_3[:, :stop_2] = low
    start_2 = low.shape[1]
    whole_3[:, start_2:] = zero
    if whole_2.shape[1] != whole_3.shape[1]:
        raise ValueError("operands have different shapes")
    out = np.empty_like(whole_2)
    for i in range(shape_0):
        for j in range(length):
            out[i, j] = 3.0 * (whole_2[i, j] - whole_3[i, j])
    return out


def slopes_adjoint(t, result_bar, t_bar):
    """The adjoint of t is added to t_bar."""
    # forward sweep
    arrays_0 = np.empty_like(t)
    arrays_1 = np.empty_like(t)
    arrays_2 = np.empty_like(t)
    shape_0 = len(t)
    low = np.empty((shape_0, 3))
    zero = np.zeros_like(t)[:, None]
    if zero.shape[0] != low.shape[0]:
        raise ValueError("operands have different shapes")
    length = zero.shape[1] + low.shape[1]
    whole_2 = np.empty((zero.shape[0], length))
    start = zero.shape[1]
    length_2 = low.shape[1] + zero.shape[1]
    whole_3 = np.empty((low.shape[0], length_2))
    stop_2 = low.shape[1]
    start_2 = low.shape[1]
    if whole_2.shape[1] != whole_3.shape[1]:
        raise ValueError("operands have different shapes")

    # reverse sweep
    whole_2_bar = np.empty_like(whole_2)
    whole_3_bar = np.empty_like(whole_3)
    for i in range(shape_0):
        for j in range(length):
            whole_2_bar[i, j] = 3.0 * result_bar[i, j]
            whole_3_bar[i, j] = -3.0 * result_bar[i, j]
    whole_3_bar[:, start_2:] = 0.0
    low_bar = whole_3_bar[:, :stop_2].copy() + whole_2_bar[:, start:]
    arrays_0_bar = np.empty_like(arrays_0)
    arrays_1_bar = np.empty_like(arrays_1)
    arrays_2_bar = np.empty_like(arrays_2)
    for i in range(shape_0):
        arrays_2_bar[i] = low_bar[i, 2]
        low_bar[i, 2] = 0.0
        arrays_1_bar[i] = low_bar[i, 1]
        low_bar[i, 1] = 0.0
        arrays_0_bar[i] = low_bar[i, 0]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(t)):
        s = 1.0 - t[i]
        t_bar[i] += 2.0 * t[i] * arrays_2_bar[i] + 2.0 * s * arrays_1_bar[i]
        t_bar[i] -= 2.0 * t[i] * arrays_1_bar[i] + 2.0 * s * arrays_0_bar[i]


def bezier_patch_vjp(net, u, v, result_0_bar, result_1_bar):
    """The adjoints of net, u and v of bezier_patch, for the adjoint of its result."""
    # forward sweep
    bernstein_u = bernstein(u)
    bernstein_v = bernstein(v)
    slopes_u = slopes(u)
    bernstein_v_2 = bernstein(v)
    along_u = einsum(slopes_u, net, bernstein_v_2)
    bernstein_u_2 = bernstein(u)
    slopes_v = slopes(v)
    along_v = einsum(bernstein_u_2, net, slopes_v)

    # reverse sweep
    net_bar = np.zeros_like(net)
    u_bar = np.zeros_like(u)
    v_bar = np.zeros_like(v)
    point_bar = result_0_bar.copy()
    value_bar = result_1_bar.copy()
    along_u_bar = np.zeros_like(along_u)
    along_v_bar = np.zeros_like(along_v)
    cross_adjoint(along_u, along_v, value_bar, along_u_bar, along_v_bar)
    bernstein_u_2_bar = np.zeros_like(bernstein_u_2)
    slopes_v_bar = np.zeros_like(slopes_v)
    einsum_adjoint(
        bernstein_u_2,
        net,
        slopes_v,
        along_v_bar,
        bernstein_u_2_bar,
        net_bar,
        slopes_v_bar,
    )
    slopes_adjoint(v, slopes_v_bar, v_bar)
    bernstein_adjoint(u, bernstein_u_2_bar, u_bar)
    slopes_u_bar = np.zeros_like(slopes_u)
    bernstein_v_2_bar = np.zeros_like(bernstein_v_2)
    einsum_adjoint(
        slopes_u,
        net,
        bernstein_v_2,
        along_u_bar,
        slopes_u_bar,
        net_bar,
        bernstein_v_2_bar,
    )
    bernstein_adjoint(v, bernstein_v_2_bar, v_bar)
    slopes_adjoint(u, slopes_u_bar, u_bar)
    bernstein_u_bar = np.zeros_like(bernstein_u)
    bernstein_v_bar = np.zeros_like(bernstein_v)
    einsum_adjoint(
        bernstein_u,
        net,
        bernstein_v,
        point_bar,
        bernstein_u_bar,
        net_bar,
        bernstein_v_bar,
    )
    bernstein_adjoint(v, bernstein_v_bar, v_bar)
    bernstein_adjoint(u, bernstein_u_bar, u_bar)
    return net_bar, u_bar, v_bar
