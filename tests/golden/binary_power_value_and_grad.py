def binary_power_value_and_grad(x, n):
    """The value of binary_power, and its gradient with respect to x."""
    # forward sweep: saves n, base and result
    result = 1.0
    base = x
    n_saved = []
    base_saved = []
    result_saved = []
    while n > 0:
        if n & 1:
            result_saved.append(result)
            result *= base
        base_saved.append(base)
        base *= base
        n_saved.append(n)
        n >>= 1

    # reverse sweep
    result_bar = 1.0
    base_bar = 0.0
    for trip in range(len(base_saved)):
        n = n_saved.pop()
        base = base_saved.pop()
        base_bar = 2.0 * base * base_bar
        if n & 1:
            base_bar += result_saved.pop() * result_bar
            result_bar = base * result_bar
    return result, base_bar
