import math


def tuple_argument_value_and_grad(parameters_0, parameters_1, parameters_2, t):
    """The value of tuple_argument, and its gradient with respect to parameters and
    t.
    """
    # forward sweep
    amplitude = parameters_0
    rate = parameters_1
    phase = parameters_2
    exponential = math.exp(-rate * t)
    cosine = math.cos(phase * t)
    value = amplitude * exponential * cosine + parameters_1

    # reverse sweep
    exponential_bar = amplitude * cosine
    product_bar = -math.sin(phase * t) * amplitude * exponential
    t_bar = phase * product_bar - rate * exponential * exponential_bar
    parameters_1_bar = 1.0 - t * exponential * exponential_bar
    return value, exponential * cosine, parameters_1_bar, t * product_bar, t_bar
