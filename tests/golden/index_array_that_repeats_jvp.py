import numpy as np


def index_array_that_repeats_jvp(x, places, x_dot):
    """The value of index_array_that_repeats, and its derivative in the direction
    x_dot.
    """
    y_dot = np.zeros(4)
    y = np.zeros(4)
    if len(y[places]) != len(x[:3]):
        raise ValueError("y[places] and x[:3] have different shapes")
    values_dot = x_dot[:3] * x[0] + x[:3] * x_dot[0]
    values = x[:3] * x[0]
    for k in range(len(places)):
        y_dot[places[k]] = values_dot[k]
        y[places[k]] = values[k]
    if len(y[places]) != len(x[1:4]):
        raise ValueError("y[places] and x[1:4] have different shapes")
    values_2_dot = y_dot[places] + 2.0 * x[1:4] * x_dot[1:4]
    values_2 = y[places] + x[1:4] ** 2
    for k_2 in range(len(places)):
        y_dot[places[k_2]] = values_2_dot[k_2]
        y[places[k_2]] = values_2[k_2]
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
    values_4_dot = np.cos(y[places]) * y_dot[places]
    values_4 = np.sin(y[places])
    for k_4 in range(len(index)):
        y_dot[index[k_4]] = values_4_dot[k_4]
        y[index[k_4]] = values_4[k_4]
    value_dot = (
        np.sum(y_dot * y + y * y_dot)
        + np.sum(m_dot * m + m * m_dot)
        + (y_dot[0] * m[0, 1] + y[0] * m_dot[0, 1])
    )
    return np.sum(y * y) + np.sum(m * m) + y[0] * m[0, 1], value_dot
