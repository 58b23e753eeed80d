import numpy as np


def arrays_of_every_birth_value_and_grad(x, fill):
    """The value of arrays_of_every_birth, and its gradient with respect to x and
    fill.
    """
    # forward sweep: saves b
    a = np.zeros_like(x)
    b = np.ones(len(x))
    c = np.full(3, fill)
    d = np.full_like(x, 2.0)
    e = np.empty_like(x)
    f = np.ones_like(x)
    b_saved = np.empty(len(x))
    for i in range(len(x)):
        a[i] += x[i] * c[i]
        b_saved[i] = b[i]
        b[i] *= x[i] * d[i]
        e[i] = a[i] * b[i] + c[i]
        f[i] -= e[i]

    # reverse sweep
    x_bar = np.empty_like(x)
    c_bar = np.zeros_like(c)
    f_bar = np.zeros_like(f)
    f_bar[0] += f[1]
    f_bar[1] += f[0]
    f_bar[2] += c[0]
    c_bar[0] += f[2]
    a_bar = np.empty_like(a)
    b_bar = np.empty_like(b)
    e_bar = np.empty_like(e)
    for i in range(len(x)):
        e_bar[i] = -f_bar[i]
        a_bar[i] = b[i] * e_bar[i]
        b_bar[i] = a[i] * e_bar[i]
        b[i] = b_saved[i]
        x_bar[i] = d[i] * b[i] * b_bar[i] + c[i] * a_bar[i]
        c_bar[i] += e_bar[i] + x[i] * a_bar[i]
    return f[0] * f[1] + f[2] * c[0], x_bar, np.sum(c_bar)
