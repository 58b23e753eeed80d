"""How unequal incomes are: Lorenz' curve of the sorted ones, with weights."""

import numpy as np


def gini_and_lorenz(income, weight, aversion):
    order = np.argsort(income)
    x, w = income[order], weight[order]
    people = np.cumsum(w) / w.sum()
    money = np.cumsum(w * x) / np.dot(w, x)
    area = np.trapezoid(np.append(0.0, money), np.append(0.0, people))
    mean = np.average(x, weights=w)
    equivalent = np.average(x ** (1.0 - aversion), weights=w) ** (
        1.0 / (1.0 - aversion)
    )
    return 1.0 - 2.0 * area, 1.0 - equivalent / mean


EXAMPLE = (np.array([1.3, 0.4, 2.9, 0.9]), np.array([1.0, 2.0, 0.5, 1.5]), 0.6)
