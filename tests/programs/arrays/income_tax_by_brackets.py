"""Taxes by brackets with a phased allowance: what households keep."""

import numpy as np


def income_tax_by_brackets(income, rates, limits, allowance, phase):
    conditions = [income < limits[0], income < limits[1], income >= limits[1]]
    kept = np.select(
        conditions,
        [
            np.full_like(income, allowance),
            allowance - phase * (income - limits[0]),
            0.1,
        ],
    )
    taxed = np.maximum(income - kept, 0.0)
    edges = np.concatenate(([0.0], limits))
    inside = np.clip(taxed[:, None] - edges, 0.0, np.append(np.diff(edges), np.inf))
    tax = inside @ rates
    net = income - tax
    share = np.sort(net).cumsum() / net.sum()
    return net, tax.sum() / income.sum(), np.mean(share)


EXAMPLE = (
    np.array([0.8, 2.1, 3.3, 0.4, 5.2]),
    np.array([0.1, 0.25, 0.42]),
    np.array([1.5, 2.9]),
    0.5,
    0.2,
)
