import math


def quadrature_with_a_moving_place_jvp(a, b, step, n, a_dot, b_dot, step_dot):
    """The value of quadrature_with_a_moving_place, and its derivative in the
    direction a_dot, b_dot, step_dot.
    """
    place_dot = 0.0
    place = 0.0
    total_dot = 0.0
    total = 0.0
    state = 7
    for i in range(n):
        exponential = math.exp(-a * place)
        exponential_dot = exponential * (-a_dot * place - a * place_dot)
        cosine_dot = -math.sin(b * place) * (b_dot * place + b * place_dot)
        cosine = math.cos(b * place)
        term = (step_dot * exponential + step * exponential_dot) * cosine
        total_dot += term + step * exponential * cosine_dot
        total += step * exponential * cosine
        place_dot += step_dot
        place += step
        state = state * 5 % 11
        if state > 4:
            total_dot += (a_dot * b + a * b_dot) * state
            total += a * b * state
    return total + place, total_dot + place_dot
