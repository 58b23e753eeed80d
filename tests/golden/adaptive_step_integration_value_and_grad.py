def adaptive_step_integration_value_and_grad(y, rate, end):
    """The value of adaptive_step_integration, and its gradient with respect to y,
    rate and end.
    """
    # forward sweep: saves h, y, error, k2, k1 and condition
    t = 0.0
    h = 0.3
    h_saved = []
    h_saved_2 = []
    h_saved_3 = []
    y_saved = []
    error_saved = []
    k2_saved = []
    k1_saved = []
    condition_saved = []
    while t < end:
        condition = t + h > end
        condition_saved.append(condition)
        if condition:
            h_saved.append(h)
            h = end - t
        k1 = -rate * y * y
        k1_saved.append(k1)
        k2 = -rate * (y + h * k1) ** 2
        k2_saved.append(k2)
        error = 0.5 * h * abs(k2 - k1)
        error_saved.append(error)
        if error > 0.03:
            h_saved_2.append(h)
            h = 0.5 * h
        else:
            y_saved.append(y)
            y = y + 0.5 * h * (k1 + k2)
            t = t + h
            if error < 0.004:
                h_saved_3.append(h)
                h = 1.5 * h
    value = y

    # reverse sweep
    y_bar = 1.0
    t_bar = 0.0
    h_bar = 0.0
    end_bar = 0.0
    rate_bar = 0.0
    for trip in range(len(condition_saved)):
        error = error_saved.pop()
        k2 = k2_saved.pop()
        k1 = k1_saved.pop()
        if error > 0.03:
            h = h_saved_2.pop()
            h_bar = 0.5 * h_bar
        else:
            if error < 0.004:
                h = h_saved_3.pop()
                h_bar = 1.5 * h_bar
            y = y_saved.pop()
            sum_bar_2 = 0.5 * h * y_bar
            sum_bar = -2.0 * (y + h * k1) * rate * sum_bar_2
            h_bar += t_bar + 0.5 * (k1 + k2) * y_bar + k1 * sum_bar
            k1_bar = sum_bar_2 + h * sum_bar
            rate_bar -= (y + h * k1) ** 2 * sum_bar_2 + y * y * k1_bar
            y_bar += sum_bar - 2.0 * rate * y * k1_bar
        condition = condition_saved.pop()
        if condition:
            h = h_saved.pop()
            end_bar += h_bar
            t_bar -= h_bar
            h_bar = 0.0
    return value, y_bar, rate_bar, end_bar
