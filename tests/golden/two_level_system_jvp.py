import numpy as np


def two_level_system_jvp(detuning, drive, steps, detuning_dot, drive_dot):
    """The value of two_level_system, and its derivative in the direction
    detuning_dot, drive_dot.
    """
    state_dot = np.zeros(2, dtype=np.complex128)
    state = np.zeros(2, dtype=np.complex128)
    state_dot[0] = 0j
    state[0] = 1.0
    dt = 0.15
    for k in range(steps):
        exponential = np.exp(1j * detuning * k * dt)
        exponential_dot = exponential * 1j * detuning_dot * k * dt
        rabi_dot = drive_dot * exponential + drive * exponential_dot
        rabi = drive * exponential
        a_dot = 0.5j * dt * rabi_dot
        a = 0.5j * dt * rabi
        b_dot = 0.5j * dt * np.conj(rabi_dot)
        b = 0.5j * dt * np.conj(rabi)
        up_dot = state_dot[0] - (a_dot * state[1] + a * state_dot[1])
        up = state[0] - a * state[1]
        down_dot = state_dot[1] - (b_dot * state[0] + b * state_dot[0])
        down = state[1] - b * state[0]
        scale_dot = -(a_dot * b + a * b_dot)
        scale = 1.0 - a * b
        quotient = (up - a * down) / scale
        factor = up_dot - (a_dot * down + a * down_dot) - quotient * scale_dot
        quotient_dot = factor / scale
        state_dot[0] = quotient_dot
        state[0] = quotient
        quotient = (down - b * up) / scale
        factor_2 = down_dot - (b_dot * up + b * up_dot) - quotient * scale_dot
        quotient_dot = factor_2 / scale
        state_dot[1] = quotient_dot
        state[1] = quotient
    z_dot = state_dot[0]
    z = state[0]
    factor_3 = np.real(z) * np.imag(z_dot) - np.imag(z) * np.real(z_dot)
    value_dot = factor_3 / (np.real(z) ** 2 + np.imag(z) ** 2)
    value = np.arctan2(np.imag(z), np.real(z))
    abs_state = abs(state[1])
    factor_4 = np.real(np.conj(state[1]) * state_dot[1])
    abs_state_dot = factor_4 / (abs_state if abs_state != 0.0 else 1.0)
    value = abs_state**2 + 0.1 * value
    return value, 2.0 * abs_state * abs_state_dot + 0.1 * value_dot
