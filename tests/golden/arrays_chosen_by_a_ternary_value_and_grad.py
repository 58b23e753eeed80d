import numpy as np


def squared_in_front(v, c):
    v[0] = c * c


def squared_in_front_adjoint(c, v_bar):
    """The adjoint of c in squared_in_front; the adjoint of v is added to v_bar."""
    c_bar = 2.0 * c * v_bar[0]
    v_bar[0] = 0.0
    return c_bar


def arrays_chosen_by_a_ternary_value_and_grad(x, c):
    """The value of arrays_chosen_by_a_ternary, and its gradient with respect to x
    and c.
    """
    # forward sweep: saves target, target_bar, source, source_bar, view and others
    a = x.copy()
    a_bar = np.zeros_like(a)
    b = np.empty_like(x)
    b_bar = np.zeros_like(b)
    for i in range(len(x)):
        b[i] = x[i] * x[i]
    target_saved_2 = np.empty((3, len(x)))
    target_saved = []
    target_bar_saved = []
    source_saved = []
    source_bar_saved = []
    for k in range(3):
        if k % 2:
            source = a
            source_bar = a_bar
        else:
            source = b
            source_bar = b_bar
        source_saved.append(source)
        source_bar_saved.append(source_bar)
        if k % 2:
            target = b
            target_bar = b_bar
        else:
            target = a
            target_bar = a_bar
        target_saved.append(target)
        target_bar_saved.append(target_bar)
        for i in range(1, len(x)):
            target_saved_2[k, i] = target[i]
            target[i] = source[i - 1] * source[i] + c
    if c > 0.3:
        view = a[1:]
        view_bar = a_bar[1:]
    else:
        view = a
        view_bar = a_bar
    view_saved = np.empty(len(view))
    for i in range(len(view)):
        view_saved[i] = view[i]
        view[i] *= c
    if c > 0.0:
        choice_6 = b
        choice_6_bar = b_bar
    else:
        choice_6 = b[1:]
        choice_6_bar = b_bar[1:]
    choice_6_saved = choice_6.copy()
    squared_in_front(choice_6, c)
    if c > 5.0:
        a_2 = np.empty_like(a)
        a_2_bar = np.zeros_like(a_2)
        for i in range(len(x)):
            a_2[i] = a[i] * 1.0
    else:
        a_2 = a
        a_2_bar = a_bar
    a_2_saved = a_2[0]
    a_2[0] = c * x[1]
    total = 0.0
    for i in range(len(a_2)):
        total += a_2[i]
    total_2 = 0.0
    for i in range(len(x)):
        total_2 += b[i] * b[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    for i in range(len(x)):
        b_bar[i] += 2.0 * b[i]
    for i in range(len(a_2)):
        a_2_bar[i] += 1.0
    a_2[0] = a_2_saved
    c_bar = x[1] * a_2_bar[0]
    x_bar[1] += c * a_2_bar[0]
    a_2_bar[0] = 0.0
    if c > 5.0:
        for i in range(len(x) - 1, -1, -1):
            a_2_i_bar = a_2_bar[i]
            a_2_bar[i] = 0.0
            a_bar[i] += a_2_i_bar
    choice_6[:] = choice_6_saved
    c_bar += squared_in_front_adjoint(c, choice_6_bar)
    for i in range(len(view)):
        view[i] = view_saved[i]
        view_i_bar = view_bar[i]
        view_bar[i] = c * view_i_bar
        c_bar += view[i] * view_i_bar
    for k in range(2, -1, -1):
        target = target_saved.pop()
        target_bar = target_bar_saved.pop()
        source = source_saved.pop()
        source_bar = source_bar_saved.pop()
        for i in range(len(x) - 1, 0, -1):
            target[i] = target_saved_2[k, i]
            target_i_bar = target_bar[i]
            target_bar[i] = 0.0
            source_bar[i - 1] += source[i] * target_i_bar
            source_bar[i] += source[i - 1] * target_i_bar
            c_bar += target_i_bar
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * b_bar[i]
        b_bar[i] = 0.0
    x_bar += a_bar
    return total + total_2, x_bar, c_bar
