import math


def wave(t, amplitude, rate, phase):
    return amplitude * math.sin(rate * t + phase)


def wave_adjoint(t, amplitude, rate, phase, result_bar):
    """The adjoint of t in wave."""
    return rate * math.cos(rate * t + phase) * amplitude * result_bar


def wave_adjoint_2(t, amplitude, rate, phase, result_bar):
    """The adjoints of t and phase in wave."""
    sum_bar = math.cos(rate * t + phase) * amplitude * result_bar
    return rate * sum_bar, sum_bar


def wave_adjoint_3(t, amplitude, rate, phase, result_bar):
    """The adjoints of t and rate in wave."""
    sum_bar = math.cos(rate * t + phase) * amplitude * result_bar
    return rate * sum_bar, t * sum_bar


def wave_adjoint_4(t, amplitude, rate, phase, result_bar):
    """The adjoints of t, amplitude and phase in wave."""
    sum_bar = math.cos(rate * t + phase) * amplitude * result_bar
    return rate * sum_bar, math.sin(rate * t + phase) * result_bar, sum_bar


def default_and_keyword_arguments_value_and_grad(x, y, amplitude, rate, phase):
    """The value of default_and_keyword_arguments, and its gradient with respect to x
    and y.
    """
    # forward sweep
    a = wave(x, amplitude, rate, phase) + wave(x, amplitude, rate, y)
    wave_result = wave(x, amplitude, y, phase)

    # reverse sweep
    y_bar, x_bar, phase_bar = wave_adjoint_4(y, x, rate, x * y, 1.0)
    x_bar_part, y_bar_part = wave_adjoint_3(x, amplitude, y, phase, a)
    x_bar_part_2, y_bar_part_2 = wave_adjoint_2(x, amplitude, rate, y, wave_result)
    x_bar += y * phase_bar + x_bar_part + x_bar_part_2
    y_bar += x * phase_bar + y_bar_part + y_bar_part_2
    x_bar += wave_adjoint(x, amplitude, rate, phase, wave_result)
    return a * wave_result + wave(y, x, rate, x * y), x_bar, y_bar
