"""The yield of a bond is found from its price by Newton's method in a while."""


def bond_yield_by_newton(price, coupon, years):
    y = 0.05
    change = 1.0
    while abs(change) > 1e-12:
        value = 0.0
        slope = 0.0
        for t in range(1, years + 1):
            cash = coupon + (1.0 if t == years else 0.0)
            value += cash * (1.0 + y) ** -t
            slope -= t * cash * (1.0 + y) ** (-t - 1)
        change = (value - price) / slope
        y -= change
    return y


EXAMPLE = (0.95, 0.06, 4)
