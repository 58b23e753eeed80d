import numpy as np


def index_array_that_repeats_value_and_grad(x, places):
    """The value of index_array_that_repeats, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.zeros(4)
    if len(y[places]) != len(x[:3]):
        raise ValueError("y[places] and x[:3] have different shapes")
    x_part = x[:3]
    x_0 = x[0]
    values = np.empty_like(x_part)
    for i in range(len(x_part)):
        values[i] = x_part[i] * x_0
    for i in range(len(places)):
        y[places[i]] = values[i]
    if len(y[places]) != len(x[1:4]):
        raise ValueError("y[places] and x[1:4] have different shapes")
    x_part_2 = x[1:4]
    values_2 = np.empty(len(places))
    for i in range(len(places)):
        values_2[i] = y[places[i]] + x_part_2[i] ** 2
    for i in range(len(places)):
        y[places[i]] = values_2[i]
    m = np.zeros((4, 2))
    values_3 = x[:3].copy()
    for k_3 in range(len(places)):
        m[places[k_3], 1] = values_3[k_3]
    index = places[::-1]
    if len(y[index]) != len(y[places]):
        raise ValueError("y[index] and y[places] have different shapes")
    values_4 = np.empty(len(places))
    for i in range(len(places)):
        values_4[i] = np.sin(y[places[i]])
    y_saved = np.empty(len(places))
    for i in range(len(places)):
        y_saved[i] = y[index[i]]
        y[index[i]] = values_4[i]
    total = 0.0
    total_2 = 0.0
    for i in range(4):
        total += y[i] * y[i]
        for j in range(2):
            total_2 += m[i, j] * m[i, j]
    value = total + total_2 + y[0] * m[0, 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    m_bar = np.zeros_like(m)
    y_bar[0] += m[0, 1]
    m_bar[0, 1] += y[0]
    for i in range(4):
        for j in range(2):
            m_bar[i, j] += 2.0 * m[i, j]
        y_bar[i] += 2.0 * y[i]
    values_4_bar = np.zeros_like(values_4)
    for i in range(len(places) - 1, -1, -1):
        y[index[i]] = y_saved[i]
        values_4_bar[i] += y_bar[index[i]]
        y_bar[index[i]] = 0.0
    for i in range(len(places)):
        y_bar[places[i]] += np.cos(y[places[i]]) * values_4_bar[i]
    values_3_bar = np.zeros_like(values_3)
    for k_3 in range(len(places) - 1, -1, -1):
        values_3_bar[k_3] += m_bar[places[k_3], 1]
        m_bar[places[k_3], 1] = 0.0
    x_bar[:3] += values_3_bar
    values_2_bar = np.zeros_like(values_2)
    for i in range(len(places) - 1, -1, -1):
        values_2_bar[i] += y_bar[places[i]]
        y_bar[places[i]] = 0.0
    x_part_2_bar = x_bar[1:4]
    for i in range(len(places)):
        y_bar[places[i]] += values_2_bar[i]
        x_part_2_bar[i] += 2.0 * x_part_2[i] * values_2_bar[i]
    values_bar = np.zeros_like(values)
    for i in range(len(places) - 1, -1, -1):
        values_bar[i] += y_bar[places[i]]
        y_bar[places[i]] = 0.0
    x_part_bar = x_bar[:3]
    x_0_bar = 0.0
    for i in range(len(x_part)):
        x_part_bar[i] += x_0 * values_bar[i]
        x_0_bar += x_part[i] * values_bar[i]
    x_bar[0] += x_0_bar
    return value, x_bar
