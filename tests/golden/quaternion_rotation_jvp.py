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
    root = math.sqrt(np.dot(q, q))
    root_dot = (np.dot(q_dot, q) + np.dot(q, q_dot)) / (2.0 * root)
    q_2_dot = np.empty_like(q)
    q_2 = np.empty_like(q)
    for i in range(len(q)):
        quotient = q[i] / root
        q_2_dot[i] = (q_dot[i] - quotient * root_dot) / root
        q_2[i] = quotient
    axis_dot = q_2_dot[1:]
    axis = q_2[1:]
    cross_result_2, cross_result_2_dot = cross_tangent(axis, v, axis_dot, v_dot)
    t_dot = np.zeros_like(cross_result_2)
    t = np.empty_like(cross_result_2)
    for i in range(3):
        t_dot[i] = 2.0 * cross_result_2_dot[i]
        t[i] = 2.0 * cross_result_2[i]
    if len(v) != 3:
        raise ValueError("v and t have different shapes")
    cross_result, cross_result_dot = cross_tangent(axis, t, axis_dot, t_dot)
    q_2_0_dot = q_2_dot[0]
    q_2_0 = q_2[0]
    out_dot = np.zeros_like(v)
    out = np.empty_like(v)
    for i in range(3):
        out_dot[i] = (
            v_dot[i] + (q_2_0_dot * t[i] + q_2_0 * t_dot[i]) + cross_result_dot[i]
        )
        out[i] = v[i] + q_2_0 * t[i] + cross_result[i]
    return out, out_dot
