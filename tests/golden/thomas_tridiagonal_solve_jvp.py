def thomas_tridiagonal_solve_jvp(
    lower, diagonal, upper, rhs, lower_dot, diagonal_dot, upper_dot, rhs_dot
):
    """The value of thomas_tridiagonal_solve, and its derivative in the direction
    lower_dot, diagonal_dot, upper_dot, rhs_dot.
    """
    n = len(rhs)
    d_dot = diagonal_dot.copy()
    d = diagonal.copy()
    x_dot = rhs_dot.copy()
    x = rhs.copy()
    for i in range(1, n):
        w = lower[i - 1] / d[i - 1]
        w_dot = (lower_dot[i - 1] - w * d_dot[i - 1]) / d[i - 1]
        d_dot[i] -= w_dot * upper[i - 1] + w * upper_dot[i - 1]
        d[i] -= w * upper[i - 1]
        x_dot[i] -= w_dot * x[i - 1] + w * x_dot[i - 1]
        x[i] -= w * x[i - 1]
    x_dot[n - 1] = (x_dot[n - 1] - x[n - 1] * d_dot[n - 1] / d[n - 1]) / d[n - 1]
    x[n - 1] /= d[n - 1]
    for i in range(n - 2, -1, -1):
        quotient = (x[i] - upper[i] * x[i + 1]) / d[i]
        factor = (
            x_dot[i]
            - (upper_dot[i] * x[i + 1] + upper[i] * x_dot[i + 1])
            - quotient * d_dot[i]
        )
        quotient_dot = factor / d[i]
        x_dot[i] = quotient_dot
        x[i] = quotient
    return x, x_dot
