import math


def powers_of_arrays_jvp(x, y, n, x_dot, y_dot):
    """The value of powers_of_arrays, and its derivative in the direction x_dot,
    y_dot.
    """
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(x)):
        total_dot += n * x[i] ** (n - 1 if n != 0 else 0) * x_dot[i]
        total += x[i] ** n
        power = x[i] ** y
        factor = (
            power * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        term = factor * y_dot
        power_dot = (y * x[i] ** (y - 1.0) if y != 0.0 else 0.0) * x_dot[i] + term
        total_2_dot += power_dot
        total_2 += power
        power = y ** x[i]
        factor_2 = power * math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan
        term_2 = factor_2 * x_dot[i]
        power_dot = (x[i] * y ** (x[i] - 1.0) if x[i] != 0.0 else 0.0) * y_dot + term_2
        total_3_dot += power_dot
        total_3 += power
        power = x[i] ** x[i]
        factor_3 = (
            power * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        term_3 = factor_3 * x_dot[i]
        term_4 = (x[i] * x[i] ** (x[i] - 1.0) if x[i] != 0.0 else 0.0) * x_dot[i]
        power_dot = term_4 + term_3
        total_4_dot += power_dot
        total_4 += power
    value = total + total_2 + total_3 + total_4
    return value, total_dot + total_2_dot + total_3_dot + total_4_dot
