import numpy as np


def index_array_that_repeats_value_and_grad(x, places):
    """The value of index_array_that_repeats, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.zeros(4)
    if len(y[places]) != len(x[:3]):
        raise ValueError("y[places] and x[:3] have different shapes")
    values = x[:3] * x[0]
    for k in range(len(places)):
        y[places[k]] = values[k]
    if len(y[places]) != len(x[1:4]):
        raise ValueError("y[places] and x[1:4] have different shapes")
    values_2 = y[places] + x[1:4] ** 2
    for k_2 in range(len(places)):
        y[places[k_2]] = values_2[k_2]
    m = np.zeros((4, 2))
    values_3 = x[:3].copy()
    for k_3 in range(len(places)):
        m[places[k_3], 1] = values_3[k_3]
    index = places[::-1]
    if len(y[index]) != len(y[places]):
        raise ValueError("y[index] and y[places] have different shapes")
    values_4 = np.sin(y[places])
    y_saved = np.empty(len(index))
    for k_4 in range(len(index)):
        y_saved[k_4] = y[index[k_4]]
        y[index[k_4]] = values_4[k_4]
    value = np.sum(y * y) + np.sum(m * m) + y[0] * m[0, 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = 2.0 * y
    m_bar = 2.0 * m
    y_bar[0] += m[0, 1]
    m_bar[0, 1] += y[0]
    values_4_bar = np.zeros_like(values_4)
    for k_4 in range(len(index) - 1, -1, -1):
        y[index[k_4]] = y_saved[k_4]
        values_4_bar[k_4] += y_bar[index[k_4]]
        y_bar[index[k_4]] = 0.0
    y_gathered_bar = np.cos(y[places]) * values_4_bar
    for k_5 in range(len(places)):
        y_bar[places[k_5]] += y_gathered_bar[k_5]
    values_3_bar = np.zeros_like(values_3)
    for k_3 in range(len(places) - 1, -1, -1):
        values_3_bar[k_3] += m_bar[places[k_3], 1]
        m_bar[places[k_3], 1] = 0.0
    x_bar[:3] += values_3_bar
    values_2_bar = np.zeros_like(values_2)
    for k_2 in range(len(places) - 1, -1, -1):
        values_2_bar[k_2] += y_bar[places[k_2]]
        y_bar[places[k_2]] = 0.0
    for k_6 in range(len(places)):
        y_bar[places[k_6]] += values_2_bar[k_6]
    x_bar[1:4] += 2.0 * x[1:4] * values_2_bar
    values_bar = np.zeros_like(values)
    for k in range(len(places) - 1, -1, -1):
        values_bar[k] += y_bar[places[k]]
        y_bar[places[k]] = 0.0
    x_bar[:3] += x[0] * values_bar
    x_bar[0] += np.sum(x[:3] * values_bar)
    return value, x_bar
