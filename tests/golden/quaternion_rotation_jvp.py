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
    dot_result_dot = np.dot(q_dot, q) + np.dot(q, q_dot)
    sqrt_dot_result = math.sqrt(np.dot(q, q))
    sqrt_dot_result_dot = dot_result_dot / (2.0 * sqrt_dot_result)
    quotient = q / sqrt_dot_result
    quotient_dot = (q_dot - quotient * sqrt_dot_result_dot) / sqrt_dot_result
    q_dot = quotient_dot
    q = quotient
    axis_dot = q_dot[1:]
    axis = q[1:]
    cross_result, cross_result_dot = cross_tangent(axis, v, axis_dot, v_dot)
    t_dot = 2.0 * cross_result_dot
    t = 2.0 * cross_result
    if len(v) != len(t):
        raise ValueError("v and t have different shapes")
    cross_result, cross_result_dot = cross_tangent(axis, t, axis_dot, t_dot)
    if len(t) != len(cross_result):
        raise ValueError("t and cross_result have different shapes")
    value_dot = v_dot + (q_dot[0] * t + q[0] * t_dot) + cross_result_dot
    return v + q[0] * t + cross_result, value_dot
