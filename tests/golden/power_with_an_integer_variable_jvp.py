def power_with_an_integer_variable_jvp(x, n, m, x_dot):
    """The value of power_with_an_integer_variable, and its derivative in the
    direction x_dot.
    """
    power_dot = (n - 1) * x ** (n - 1 - 1 if n - 1 != 0 else 0) * x_dot
    power = x ** (n - 1)
    power_2_dot = 0.5 * m * (0.5 * x) ** (m - 1 if m != 0 else 0) * x_dot
    power_2 = (0.5 * x) ** m
    term = power_dot * power_2 + power * power_2_dot
    value_dot = n * x ** (n - 1 if n != 0 else 0) * x_dot + term
    return x**n + power * power_2, value_dot
