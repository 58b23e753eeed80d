import math


def wave_tangent(t, amplitude, rate, phase, t_dot):
    """wave and its tangent."""
    value = amplitude * math.sin(rate * t + phase)
    return value, amplitude * math.cos(rate * t + phase) * rate * t_dot


def wave_tangent_2(t, amplitude, rate, phase, t_dot, phase_dot):
    """wave and its tangent."""
    value_dot = amplitude * math.cos(rate * t + phase) * (rate * t_dot + phase_dot)
    return amplitude * math.sin(rate * t + phase), value_dot


def wave_tangent_3(t, amplitude, rate, phase, t_dot, rate_dot):
    """wave and its tangent."""
    value_dot = amplitude * math.cos(rate * t + phase) * (rate_dot * t + rate * t_dot)
    return amplitude * math.sin(rate * t + phase), value_dot


def wave_tangent_4(t, amplitude, rate, phase, t_dot, amplitude_dot, phase_dot):
    """wave and its tangent."""
    sine_dot = math.cos(rate * t + phase) * (rate * t_dot + phase_dot)
    sine = math.sin(rate * t + phase)
    return amplitude * sine, amplitude_dot * sine + amplitude * sine_dot


def default_and_keyword_arguments_jvp(x, y, amplitude, rate, phase, x_dot, y_dot):
    """The value of default_and_keyword_arguments, and its derivative in the
    direction x_dot, y_dot.
    """
    wave_result, wave_result_dot = wave_tangent(x, amplitude, rate, phase, x_dot)
    wave_result_2, wave_result_2_dot = wave_tangent_2(
        x, amplitude, rate, y, x_dot, y_dot
    )
    a_dot = wave_result_dot + wave_result_2_dot
    a = wave_result + wave_result_2
    wave_result, wave_result_dot = wave_tangent_3(x, amplitude, y, phase, x_dot, y_dot)
    wave_result_2, wave_result_2_dot = wave_tangent_4(
        y, x, rate, x * y, y_dot, x_dot, x_dot * y + x * y_dot
    )
    value_dot = a_dot * wave_result + a * wave_result_dot + wave_result_2_dot
    return a * wave_result + wave_result_2, value_dot
