import numpy as np


def array_of_another_argument_with_two_names_adjoint(u, v, result_bar, u_bar, v_bar):
    """The adjoint of u and v is added to u_bar, v_bar."""
    # forward sweep: saves b, b_bar, v, v_2, v_2_bar, u_2, u_2_bar, tail and p
    b = v
    b_bar = v_bar
    b_saved = []
    b_bar_saved = []
    v_saved = np.empty(2)
    for k in range(2):
        v_saved[k] = v[0]
        v[0] = u[0] * b[0]
        b_saved.append(b)
        b_bar_saved.append(b_bar)
        b = v
        b_bar = v_bar
    u_2 = u
    u_2_bar = u_bar
    v_2 = v
    v_2_bar = v_bar
    condition = u_2[0] > 0.0
    if condition:
        b_2 = v_2
        b_2_bar = v_2_bar
        v_2 = b
        v_2_bar = b_bar
        b_saved_2 = b_2[1]
        b_2[1] = u_2[1] * v_2[0] * v_2[1]
    tail = v_2[1:]
    tail_bar = v_2_bar[1:]
    v_2_saved = []
    v_2_bar_saved = []
    u_2_saved = []
    u_2_bar_saved = []
    tail_saved = np.empty(2)
    for k in range(2):
        tail_saved[k] = tail[0]
        tail[0] = u_2[0] * tail[0] * v_2[0]
        u_2_before = u_2
        u_2_before_bar = u_2_bar
        u_2_saved.append(u_2)
        u_2_bar_saved.append(u_2_bar)
        u_2 = v_2
        u_2_bar = v_2_bar
        v_2_saved.append(v_2)
        v_2_bar_saved.append(v_2_bar)
        v_2 = u_2_before
        v_2_bar = u_2_before_bar
    p = u_2
    q = v_2
    p_saved = p[0]
    p[0] = p[0] * q[0]

    # reverse sweep
    value_before_bar = q[0] * result_bar
    v_2_bar[0] += u_2[1] * result_bar
    p[0] = p_saved
    p_part_bar = u_2_bar[0]
    u_2_bar[0] = q[0] * p_part_bar
    u_2_bar[1] += value_before_bar
    v_2_bar[0] += p[0] * p_part_bar + result_bar
    for k in range(1, -1, -1):
        v_2 = v_2_saved.pop()
        v_2_bar = v_2_bar_saved.pop()
        u_2 = u_2_saved.pop()
        u_2_bar = u_2_bar_saved.pop()
        tail[0] = tail_saved[k]
        tail_part_bar = tail_bar[0]
        tail_bar[0] = 0.0
        u_2_bar[0] += tail[0] * v_2[0] * tail_part_bar
        tail_bar[0] += u_2[0] * v_2[0] * tail_part_bar
        v_2_bar[0] += u_2[0] * tail[0] * tail_part_bar
    if condition:
        b_2[1] = b_saved_2
        b_part_bar = b_2_bar[1]
        b_2_bar[1] = 0.0
        u_2_bar[1] += v_2[0] * v_2[1] * b_part_bar
        v_2_bar[0] += u_2[1] * v_2[1] * b_part_bar
        v_2_bar[1] += u_2[1] * v_2[0] * b_part_bar
    for k in range(1, -1, -1):
        b = b_saved.pop()
        b_bar = b_bar_saved.pop()
        v[0] = v_saved[k]
        v_part_bar = v_bar[0]
        v_bar[0] = 0.0
        u_bar[0] += b[0] * v_part_bar
        b_bar[0] += u[0] * v_part_bar
