def bond_yield_by_newton_value_and_grad(price, coupon, years):
    """The value of bond_yield_by_newton, and its gradient with respect to price and
    coupon.
    """
    # forward sweep: saves y, slope and value
    y = 0.05
    change = 1.0
    y_saved = []
    slope_saved = []
    value_saved = []
    while abs(change) > 1e-12:
        value = 0.0
        slope = 0.0
        for t in range(1, years + 1):
            cash = coupon + (1.0 if t == years else 0.0)
            value += cash * (1.0 + y) ** -t
            slope -= t * cash * (1.0 + y) ** (-t - 1)
        slope_saved.append(slope)
        value_saved.append(value)
        change = (value - price) / slope
        y_saved.append(y)
        y -= change
    value_2 = y

    # reverse sweep
    y_bar = 1.0
    change_bar = 0.0
    coupon_bar = 0.0
    price_bar = 0.0
    for trip in range(len(slope_saved)):
        y = y_saved.pop()
        change_bar -= y_bar
        quotient_bar = change_bar
        change_bar = 0.0
        slope = slope_saved.pop()
        value = value_saved.pop()
        numerator_bar = quotient_bar / slope
        price_bar -= numerator_bar
        slope_bar = (price - value) * numerator_bar / slope
        for t in range(1, years + 1):
            cash = coupon + (1.0 if t == years else 0.0)
            power = (1.0 + y) ** (-t - 1)
            power_bar = -t * cash * slope_bar
            y_bar += (
                (-t - 1) * (1.0 + y) ** (-t - 1 - 1 if -t - 1 != 0 else 0) * power_bar
            )
            y_bar -= t * (1.0 + y) ** (-t - 1 if -t != 0 else 0) * cash * numerator_bar
            coupon_bar += (1.0 + y) ** -t * numerator_bar - t * power * slope_bar
    return value_2, price_bar, coupon_bar
