import math

import numpy as np


def cross(a, b):
    return np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )


def cross_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    a_bar[2] += b[0] * result_bar[1] - b[1] * result_bar[0]
    b_bar[2] += a[1] * result_bar[0] - a[0] * result_bar[1]
    a_bar[0] += b[1] * result_bar[2] - b[2] * result_bar[1]
    b_bar[1] += a[0] * result_bar[2] - a[2] * result_bar[0]
    a_bar[1] += b[2] * result_bar[0] - b[0] * result_bar[2]
    b_bar[0] += a[2] * result_bar[1] - a[1] * result_bar[2]


def quaternion_rotation_vjp(q, v, result_bar):
    """The adjoints of q and v of quaternion_rotation, for the adjoint of its result."""
    # forward sweep
    root = math.sqrt(np.dot(q, q))
    q_2 = np.empty_like(q)
    for i in range(len(q)):
        q_2[i] = q[i] / root
    axis = q_2[1:]
    cross_result_2 = cross(axis, v)
    t = np.empty_like(cross_result_2)
    for i in range(3):
        t[i] = 2.0 * cross_result_2[i]
    if len(v) != 3:
        raise ValueError("v and t have different shapes")
    cross_result = cross(axis, t)
    q_2_0 = q_2[0]

    # reverse sweep
    q_bar = np.empty_like(q)
    v_bar = np.zeros_like(v)
    out_bar = result_bar.copy()
    t_bar = np.empty_like(t)
    cross_result_bar = np.empty_like(cross_result)
    q_2_0_bar = 0.0
    for i in range(3):
        v_bar[i] += out_bar[i]
        q_2_0_bar += t[i] * out_bar[i]
        t_bar[i] = q_2_0 * out_bar[i]
        cross_result_bar[i] = out_bar[i]
    q_2_bar = np.zeros_like(q_2)
    q_2_bar[0] += q_2_0_bar
    axis_bar = q_2_bar[1:]
    cross_adjoint(axis, t, cross_result_bar, axis_bar, t_bar)
    cross_result_2_bar = np.empty_like(cross_result_2)
    for i in range(3):
        cross_result_2_bar[i] = 2.0 * t_bar[i]
    cross_adjoint(axis, v, cross_result_2_bar, axis_bar, v_bar)
    root_bar = 0.0
    for i in range(len(q)):
        numerator_bar = q_2_bar[i] / root
        q_bar[i] = numerator_bar
        root_bar -= q[i] * numerator_bar / root
    q_bar += 2.0 * q * root_bar / (2.0 * root)
    return q_bar, v_bar
