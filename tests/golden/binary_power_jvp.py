def binary_power_jvp(x, n, x_dot):
    """The value of binary_power, and its derivative in the direction x_dot."""
    result_dot = 0.0
    result = 1.0
    base_dot = x_dot
    base = x
    while n > 0:
        if n & 1:
            result_dot = result_dot * base + result * base_dot
            result *= base
        base_dot = base_dot * base + base * base_dot
        base *= base
        n >>= 1
    return result, result_dot
