def bond_yield_by_newton_jvp(price, coupon, years, price_dot, coupon_dot):
    """The value of bond_yield_by_newton, and its derivative in the direction
    price_dot, coupon_dot.
    """
    y_dot = 0.0
    y = 0.05
    change = 1.0
    while abs(change) > 1e-12:
        value_dot = 0.0
        value = 0.0
        slope_dot = 0.0
        slope = 0.0
        for t in range(1, years + 1):
            cash = coupon + (1.0 if t == years else 0.0)
            power_dot = -t * (1.0 + y) ** (-t - 1 if -t != 0 else 0) * y_dot
            power = (1.0 + y) ** -t
            value_dot += coupon_dot * power + cash * power_dot
            value += cash * power
            power_dot = (
                (-t - 1) * (1.0 + y) ** (-t - 1 - 1 if -t - 1 != 0 else 0) * y_dot
            )
            power = (1.0 + y) ** (-t - 1)
            slope_dot -= t * coupon_dot * power + t * cash * power_dot
            slope -= t * cash * power
        change = (value - price) / slope
        y_dot -= (value_dot - price_dot - change * slope_dot) / slope
        y -= change
    return y, y_dot
