import math

import numpy as np


def cross_tangent(a, b, a_dot, b_dot):
    """cross and its tangent."""
    value_dot = np.array(
        [
            a_dot[1] * b[2] + a[1] * b_dot[2] - (a_dot[2] * b[1] + a[2] * b_dot[1]),
            a_dot[2] * b[0] + a[2] * b_dot[0] - (a_dot[0] * b[2] + a[0] * b_dot[2]),
            a_dot[0] * b[1] + a[0] * b_dot[1] - (a_dot[1] * b[0] + a[1] * b_dot[0]),
        ]
    )
    value = np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )
    return value, value_dot


def quaternion_rotation_jvp(q, v, q_dot, v_dot):
    """The value of quaternion_rotation, and its derivative in the direction q_dot,
    v_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(q)):
        total_dot += q_dot[i] * q[i] + q[i] * q_dot[i]
        total += q[i] * q[i]
    sqrt_total = math.sqrt(total)
    sqrt_total_dot = total_dot / (2.0 * sqrt_total)
    q_new_dot = np.zeros_like(q)
    q_new = np.empty_like(q)
    for i in range(len(q)):
        quotient = q[i] / sqrt_total
        q_new_dot[i] = (q_dot[i] - quotient * sqrt_total_dot) / sqrt_total
        q_new[i] = quotient
    q_dot = q_new_dot
    q = q_new
    axis_dot = q_dot[1:]
    axis = q[1:]
    cross_result_2, cross_result_2_dot = cross_tangent(axis, v, axis_dot, v_dot)
    t_dot = np.zeros_like(cross_result_2)
    t = np.empty_like(cross_result_2)
    for i in range(len(cross_result_2)):
        t_dot[i] = 2.0 * cross_result_2_dot[i]
        t[i] = 2.0 * cross_result_2[i]
    if len(v) != len(cross_result_2):
        raise ValueError("v and t have different shapes")
    cross_result, cross_result_dot = cross_tangent(axis, t, axis_dot, t_dot)
    if len(cross_result_2) != len(cross_result):
        raise ValueError("t and cross_result have different shapes")
    q_0_dot = q_dot[0]
    q_0 = q[0]
    result_dot = np.zeros_like(cross_result)
    result = np.empty_like(cross_result)
    for i in range(len(cross_result_2)):
        result_dot[i] = (
            v_dot[i] + (q_0_dot * t[i] + q_0 * t_dot[i]) + cross_result_dot[i]
        )
        result[i] = v[i] + q_0 * t[i] + cross_result[i]
    return result, result_dot
