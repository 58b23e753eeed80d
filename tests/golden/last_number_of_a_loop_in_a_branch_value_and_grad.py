def last_number_of_a_loop_in_a_branch_value_and_grad(x, y):
    """The value of last_number_of_a_loop_in_a_branch, and its gradient with respect
    to x and y.
    """
    # forward sweep
    s = x
    if x < 1.0:
        for i in range(1, 4):
            p = x * i / (1.0 + y * y)
        q = p * p
        s = p * q

    # reverse sweep
    y_bar = s
    if x < 1.0:
        p_bar = (q + 2.0 * p * p) * y
        x_bar = 0.0
        for i in range(3, 0, -1):
            quotient_bar = p_bar
            p_bar = 0.0
            numerator_bar = quotient_bar / (1.0 + y * y)
            x_bar += i * numerator_bar
            y_bar -= 2.0 * y * x * i * numerator_bar / (1.0 + y * y)
    else:
        x_bar = y
    return s * y, x_bar, y_bar
