import numpy as np


def index_array_that_repeats_jvp(x, places, x_dot):
    """The value of index_array_that_repeats, and its derivative in the direction
    x_dot.
    """
    y_dot = np.zeros(4)
    y = np.zeros(4)
    if len(y[places]) != len(x[:3]):
        raise ValueError("y[places] and x[:3] have different shapes")
    x_part_dot = x_dot[:3]
    x_part = x[:3]
    x_0_dot = x_dot[0]
    x_0 = x[0]
    values_dot = np.empty_like(x_part)
    values = np.empty_like(x_part)
    for i in range(len(x_part)):
        values_dot[i] = x_part_dot[i] * x_0 + x_part[i] * x_0_dot
        values[i] = x_part[i] * x_0
    for i in range(len(places)):
        y_dot[places[i]] = values_dot[i]
        y[places[i]] = values[i]
    if len(y[places]) != len(x[1:4]):
        raise ValueError("y[places] and x[1:4] have different shapes")
    x_part_2_dot = x_dot[1:4]
    x_part_2 = x[1:4]
    values_2_dot = np.empty(len(places))
    values_2 = np.empty(len(places))
    for i in range(len(places)):
        values_2_dot[i] = y_dot[places[i]] + 2.0 * x_part_2[i] * x_part_2_dot[i]
        values_2[i] = y[places[i]] + x_part_2[i] ** 2
    for i in range(len(places)):
        y_dot[places[i]] = values_2_dot[i]
        y[places[i]] = values_2[i]
    m_dot = np.zeros((4, 2))
    m = np.zeros((4, 2))
    values_3_dot = x_dot[:3].copy()
    values_3 = x[:3].copy()
    for k_3 in range(len(places)):
        m_dot[places[k_3], 1] = values_3_dot[k_3]
        m[places[k_3], 1] = values_3[k_3]
    index = places[::-1]
    if len(y[index]) != len(y[places]):
        raise ValueError("y[index] and y[places] have different shapes")
    values_4_dot = np.empty(len(places))
    values_4 = np.empty(len(places))
    for i in range(len(places)):
        values_4_dot[i] = np.cos(y[places[i]]) * y_dot[places[i]]
        values_4[i] = np.sin(y[places[i]])
    for i in range(len(places)):
        y_dot[index[i]] = values_4_dot[i]
        y[index[i]] = values_4[i]
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(4):
        total_dot += y_dot[i] * y[i] + y[i] * y_dot[i]
        total += y[i] * y[i]
        for j in range(2):
            total_2_dot += m_dot[i, j] * m[i, j] + m[i, j] * m_dot[i, j]
            total_2 += m[i, j] * m[i, j]
    value_dot = total_dot + total_2_dot + (y_dot[0] * m[0, 1] + y[0] * m_dot[0, 1])
    return total + total_2 + y[0] * m[0, 1], value_dot
