import numpy as np


def index_array_that_repeats_value_and_grad(x, places):
    """The value of index_array_that_repeats, and its gradient with respect to x."""
    # forward sweep: saves m and y
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
    for k_3 in range(len(places)):
        m[places[k_3]] = x[0] * x[3]
    values_3 = x[:3].copy()
    for k_4 in range(len(places)):
        m[places[k_4], 1] = values_3[k_4]
    places_2 = places[:1].copy()
    values_4 = m[:, places[:1]] * x[1]
    m_saved = []
    for k_5 in range(len(places_2)):
        m_saved.append(m[:, places_2[k_5]].copy())
        m[:, places_2[k_5]] = values_4[:, k_5]
    places_3 = places[1:].copy()
    ones_result = np.ones(2)
    values_5 = ones_result * x[2]
    m_saved_2 = []
    for k_6 in range(len(places_3)):
        m_saved_2.append(m[places_3[k_6]].copy())
        m[places_3[k_6]] = values_5
    if len(y[places[::-1]]) != len(y[places]):
        raise ValueError("y[places[::-1]] and y[places] have different shapes")
    places_4 = places[::-1].copy()
    values_6 = np.sin(y[places])
    y_saved = np.empty(len(places_4))
    for k_7 in range(len(places_4)):
        y_saved[k_7] = y[places_4[k_7]]
        y[places_4[k_7]] = values_6[k_7]
    value = np.sum(y * y) + np.sum(m * m) + y[0] * m[0, 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = 2.0 * y
    m_bar = 2.0 * m
    y_bar[0] += m[0, 1]
    m_bar[0, 1] += y[0]
    values_6_bar = np.zeros_like(values_6)
    for k_7 in range(len(places_4) - 1, -1, -1):
        y[places_4[k_7]] = y_saved[k_7]
        values_6_bar[k_7] += y_bar[places_4[k_7]]
        y_bar[places_4[k_7]] = 0.0
    y_gathered_bar = np.cos(y[places]) * values_6_bar
    for k_8 in range(len(places)):
        y_bar[places[k_8]] += y_gathered_bar[k_8]
    values_5_bar = np.zeros_like(values_5)
    for k_6 in range(len(places_3) - 1, -1, -1):
        m[places_3[k_6]] = m_saved_2.pop()
        values_5_bar += m_bar[places_3[k_6]]
        m_bar[places_3[k_6]] = 0.0
    x_bar[2] += np.sum(ones_result * values_5_bar)
    values_4_bar = np.zeros_like(values_4)
    for k_5 in range(len(places_2) - 1, -1, -1):
        m[:, places_2[k_5]] = m_saved.pop()
        values_4_bar[:, k_5] += m_bar[:, places_2[k_5]]
        m_bar[:, places_2[k_5]] = 0.0
    m_gathered_bar = x[1] * values_4_bar
    for k_9 in range(len(places[:1])):
        m_bar[:, places[:1][k_9]] += m_gathered_bar[:, k_9]
    x_bar[1] += np.sum(m[:, places[:1]] * values_4_bar)
    values_3_bar = np.zeros_like(values_3)
    for k_4 in range(len(places) - 1, -1, -1):
        values_3_bar[k_4] += m_bar[places[k_4], 1]
        m_bar[places[k_4], 1] = 0.0
    x_bar[:3] += values_3_bar
    for k_3 in range(len(places) - 1, -1, -1):
        product_bar = np.sum(m_bar[places[k_3]])
        x_bar[0] += x[3] * product_bar
        x_bar[3] += x[0] * product_bar
        m_bar[places[k_3]] = 0.0
    values_2_bar = np.zeros_like(values_2)
    for k_2 in range(len(places) - 1, -1, -1):
        values_2_bar[k_2] += y_bar[places[k_2]]
        y_bar[places[k_2]] = 0.0
    for k_10 in range(len(places)):
        y_bar[places[k_10]] += values_2_bar[k_10]
    x_bar[1:4] += 2.0 * x[1:4] * values_2_bar
    values_bar = np.zeros_like(values)
    for k in range(len(places) - 1, -1, -1):
        values_bar[k] += y_bar[places[k]]
        y_bar[places[k]] = 0.0
    x_bar[:3] += x[0] * values_bar
    x_bar[0] += np.sum(x[:3] * values_bar)
    return value, x_bar
