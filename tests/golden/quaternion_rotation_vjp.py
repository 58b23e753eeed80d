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
    value_bar = result_bar.copy()
    a_bar[2] += b[0] * value_bar[1] - b[1] * value_bar[0]
    b_bar[2] += a[1] * value_bar[0] - a[0] * value_bar[1]
    a_bar[0] += b[1] * value_bar[2] - b[2] * value_bar[1]
    b_bar[1] += a[0] * value_bar[2] - a[2] * value_bar[0]
    a_bar[1] += b[2] * value_bar[0] - b[0] * value_bar[2]
    b_bar[0] += a[2] * value_bar[1] - a[1] * value_bar[2]


def quaternion_rotation_vjp(q, v, result_bar_2):
    """The adjoints of q and v of quaternion_rotation, for the adjoint of its result."""
    # forward sweep
    total = 0.0
    for i in range(len(q)):
        total += q[i] * q[i]
    sqrt_total = math.sqrt(total)
    q_new = np.empty_like(q)
    for i in range(len(q)):
        q_new[i] = q[i] / sqrt_total
    q_2 = q_new
    axis = q_2[1:]
    cross_result_2 = cross(axis, v)
    t = np.empty_like(cross_result_2)
    for i in range(len(cross_result_2)):
        t[i] = 2.0 * cross_result_2[i]
    if len(v) != len(cross_result_2):
        raise ValueError("v and t have different shapes")
    cross_result = cross(axis, t)
    if len(cross_result_2) != len(cross_result):
        raise ValueError("t and cross_result have different shapes")
    q_0 = q_2[0]

    # reverse sweep
    q_bar = np.zeros_like(q)
    v_bar = np.zeros_like(v)
    result_bar = result_bar_2.copy()
    t_bar = np.zeros_like(t)
    cross_result_bar = np.zeros_like(cross_result)
    q_0_bar = 0.0
    for i in range(len(cross_result_2)):
        v_bar[i] += result_bar[i]
        q_0_bar += t[i] * result_bar[i]
        t_bar[i] += q_0 * result_bar[i]
        cross_result_bar[i] += result_bar[i]
    q_new_bar = np.zeros_like(q_new)
    q_new_bar[0] += q_0_bar
    axis_bar = q_new_bar[1:]
    cross_adjoint(axis, t, cross_result_bar, axis_bar, t_bar)
    cross_result_2_bar = np.zeros_like(cross_result_2)
    for i in range(len(cross_result_2)):
        cross_result_2_bar[i] += 2.0 * t_bar[i]
    cross_adjoint(axis, v, cross_result_2_bar, axis_bar, v_bar)
    sqrt_total_bar = 0.0
    for i in range(len(q)):
        numerator_bar = q_new_bar[i] / sqrt_total
        q_bar[i] += numerator_bar
        sqrt_total_bar -= q[i] * numerator_bar / sqrt_total
    total_bar = sqrt_total_bar / (2.0 * sqrt_total)
    for i in range(len(q)):
        q_bar[i] += 2.0 * q[i] * total_bar
    return q_bar, v_bar
