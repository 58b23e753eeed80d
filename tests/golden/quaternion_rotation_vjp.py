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


def quaternion_rotation_vjp(q, v, result_bar):
    """The adjoints of q and v of quaternion_rotation, for the adjoint of its result."""
    # forward sweep
    sqrt_dot_result = math.sqrt(np.dot(q, q))
    q_2 = q / sqrt_dot_result
    axis = q_2[1:]
    cross_result = cross(axis, v)
    t = 2.0 * cross_result
    if len(v) != len(t):
        raise ValueError("v and t have different shapes")
    cross_result = cross(axis, t)
    if len(t) != len(cross_result):
        raise ValueError("t and cross_result have different shapes")

    # reverse sweep
    v_bar = np.zeros_like(v)
    value_bar = result_bar.copy()
    q_2_bar = np.zeros_like(q_2)
    v_bar += value_bar
    q_2_bar[0] += np.sum(t * value_bar)
    t_bar = q_2[0] * value_bar
    axis_bar = q_2_bar[1:]
    cross_adjoint(axis, t, value_bar, axis_bar, t_bar)
    cross_result_bar = 2.0 * t_bar
    cross_adjoint(axis, v, cross_result_bar, axis_bar, v_bar)
    q_bar = q_2_bar / sqrt_dot_result
    sqrt_dot_result_bar = -np.sum(q_2 * q_2_bar / sqrt_dot_result)
    q_bar += 2.0 * q * sqrt_dot_result_bar / (2.0 * sqrt_dot_result)
    return q_bar, v_bar
