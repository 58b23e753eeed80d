import numpy as np


def arrays_of_every_birth_jvp(x, fill, x_dot, fill_dot):
    """The value of arrays_of_every_birth, and its derivative in the direction x_dot,
    fill_dot.
    """
    a_dot = np.empty_like(x)
    a = np.zeros_like(x)
    b_dot = np.zeros(len(x))
    b = np.ones(len(x))
    c_dot = np.full(3, fill_dot)
    c = np.full(3, fill)
    d = np.full_like(x, 2.0)
    e_dot = np.empty_like(x)
    e = np.empty_like(x)
    f_dot = np.empty_like(x)
    f = np.ones_like(x)
    for i in range(len(x)):
        a_dot[i] = x_dot[i] * c[i] + x[i] * c_dot[i]
        a[i] += x[i] * c[i]
        b_dot[i] = b_dot[i] * x[i] * d[i] + b[i] * x_dot[i] * d[i]
        b[i] *= x[i] * d[i]
        e_dot[i] = a_dot[i] * b[i] + a[i] * b_dot[i] + c_dot[i]
        e[i] = a[i] * b[i] + c[i]
        f_dot[i] = -e_dot[i]
        f[i] -= e[i]
    value_dot = f_dot[0] * f[1] + f[0] * f_dot[1] + (f_dot[2] * c[0] + f[2] * c_dot[0])
    return f[0] * f[1] + f[2] * c[0], value_dot
