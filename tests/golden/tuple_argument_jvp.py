import math


def tuple_argument_jvp(
    parameters_0,
    parameters_1,
    parameters_2,
    t,
    parameters_0_dot,
    parameters_1_dot,
    parameters_2_dot,
    t_dot,
):
    """The value of tuple_argument, and its derivative in the direction
    parameters_0_dot, parameters_1_dot, parameters_2_dot, t_dot.
    """
    amplitude = parameters_0
    rate = parameters_1
    phase = parameters_2
    exponential = math.exp(-rate * t)
    exponential_dot = exponential * (-parameters_1_dot * t - rate * t_dot)
    cosine_dot = -math.sin(phase * t) * (parameters_2_dot * t + phase * t_dot)
    cosine = math.cos(phase * t)
    value_dot = (
        (parameters_0_dot * exponential + amplitude * exponential_dot) * cosine
        + amplitude * exponential * cosine_dot
        + parameters_1_dot
    )
    return amplitude * exponential * cosine + parameters_1, value_dot
