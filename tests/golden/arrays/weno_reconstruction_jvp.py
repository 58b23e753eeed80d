import numpy as np


def continued_tangent(a, a_dot):
    """continued and its tangent."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 2 + length + 2
    whole_dot = np.empty(length_2)
    whole = np.empty(length_2)
    for i in range(2 + length + 2):
        whole_dot[i] = a_dot[min(max(i - 2, 0), length - 1)]
        whole[i] = a[min(max(i - 2, 0), length - 1)]
    return whole, whole_dot


def weno_reconstruction_jvp(u, eps, u_dot, eps_dot):
    """The value of weno_reconstruction, and its derivative in the direction u_dot,
    eps_dot.
    """
    v, v_dot = continued_tangent(u, u_dot)
    m2_dot = v_dot[:-4]
    m2 = v[:-4]
    m1_dot = v_dot[1:-3]
    m1 = v[1:-3]
    c_dot = v_dot[2:-2]
    c = v[2:-2]
    p1_dot = v_dot[3:-1]
    p1 = v[3:-1]
    p2_dot = v_dot[4:]
    p2 = v[4:]
    out_dot = np.zeros_like(m2)
    out = np.empty_like(m2)
    for i in range(len(v) - 4):
        q0_dot = (2.0 * m2_dot[i] - 7.0 * m1_dot[i] + 11.0 * c_dot[i]) / 6.0
        q0 = (2.0 * m2[i] - 7.0 * m1[i] + 11.0 * c[i]) / 6.0
        q1_dot = (5.0 * c_dot[i] - m1_dot[i] + 2.0 * p1_dot[i]) / 6.0
        q1 = (-m1[i] + 5.0 * c[i] + 2.0 * p1[i]) / 6.0
        q2_dot = (2.0 * c_dot[i] + 5.0 * p1_dot[i] - p2_dot[i]) / 6.0
        q2 = (2.0 * c[i] + 5.0 * p1[i] - p2[i]) / 6.0
        term = (
            2.0
            * (13.0 / 12.0)
            * (m2[i] - 2.0 * m1[i] + c[i])
            * (m2_dot[i] - 2.0 * m1_dot[i] + c_dot[i])
        )
        term_2 = (
            0.5
            * (m2[i] - 4.0 * m1[i] + 3.0 * c[i])
            * (m2_dot[i] - 4.0 * m1_dot[i] + 3.0 * c_dot[i])
        )
        b0_dot = term + term_2
        term_3 = 13.0 / 12.0 * (m2[i] - 2.0 * m1[i] + c[i]) ** 2
        b0 = term_3 + 0.25 * (m2[i] - 4.0 * m1[i] + 3.0 * c[i]) ** 2
        term_4 = (
            2.0
            * (13.0 / 12.0)
            * (m1[i] - 2.0 * c[i] + p1[i])
            * (m1_dot[i] - 2.0 * c_dot[i] + p1_dot[i])
        )
        b1_dot = term_4 + 0.5 * (m1[i] - p1[i]) * (m1_dot[i] - p1_dot[i])
        term_5 = 13.0 / 12.0 * (m1[i] - 2.0 * c[i] + p1[i]) ** 2
        b1 = term_5 + 0.25 * (m1[i] - p1[i]) ** 2
        term_6 = (
            2.0
            * (13.0 / 12.0)
            * (c[i] - 2.0 * p1[i] + p2[i])
            * (c_dot[i] - 2.0 * p1_dot[i] + p2_dot[i])
        )
        term_7 = (
            0.5
            * (3.0 * c[i] - 4.0 * p1[i] + p2[i])
            * (3.0 * c_dot[i] - 4.0 * p1_dot[i] + p2_dot[i])
        )
        b2_dot = term_6 + term_7
        term_8 = 13.0 / 12.0 * (c[i] - 2.0 * p1[i] + p2[i]) ** 2
        b2 = term_8 + 0.25 * (3.0 * c[i] - 4.0 * p1[i] + p2[i]) ** 2
        a0 = 0.1 / (eps + b0) ** 2
        a0_dot = -2.0 * a0 * (eps + b0) * (eps_dot + b0_dot) / (eps + b0) ** 2
        a1 = 0.6 / (eps + b1) ** 2
        a1_dot = -2.0 * a1 * (eps + b1) * (eps_dot + b1_dot) / (eps + b1) ** 2
        a2 = 0.3 / (eps + b2) ** 2
        a2_dot = -2.0 * a2 * (eps + b2) * (eps_dot + b2_dot) / (eps + b2) ** 2
        quotient = (a0 * q0 + a1 * q1 + a2 * q2) / (a0 + a1 + a2)
        factor = (
            a0_dot * q0
            + a0 * q0_dot
            + (a1_dot * q1 + a1 * q1_dot)
            + (a2_dot * q2 + a2 * q2_dot)
            - quotient * (a0_dot + a1_dot + a2_dot)
        )
        quotient_dot = factor / (a0 + a1 + a2)
        out_dot[i] = quotient_dot
        out[i] = quotient
    return out, out_dot
