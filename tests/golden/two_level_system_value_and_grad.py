import numpy as np


def two_level_system_value_and_grad(detuning, drive, steps):
    """The value of two_level_system, and its gradient with respect to detuning and
    drive.
    """
    # forward sweep: saves state, down, up and exponential
    state = np.zeros(2, dtype=np.complex128)
    state[0] = 1.0
    dt = 0.15
    state_saved = np.empty(steps, dtype=np.complex128)
    state_saved_2 = np.empty(steps, dtype=np.complex128)
    down_saved = np.empty(steps, dtype=np.complex128)
    up_saved = np.empty(steps, dtype=np.complex128)
    exponential_saved = np.empty(steps, dtype=np.complex128)
    for k in range(steps):
        exponential = np.exp(1j * detuning * k * dt)
        exponential_saved[k] = exponential
        rabi = drive * exponential
        a = 0.5j * dt * rabi
        b = 0.5j * dt * np.conj(rabi)
        up = state[0] - a * state[1]
        up_saved[k] = up
        down = state[1] - b * state[0]
        down_saved[k] = down
        scale = 1.0 - a * b
        state_saved[k] = state[0]
        state[0] = (up - a * down) / scale
        state_saved_2[k] = state[1]
        state[1] = (down - b * up) / scale
    z = state[0]
    value = np.arctan2(np.imag(z), np.real(z))
    abs_state = abs(state[1])

    # reverse sweep
    abs_state_bar = 2.0 * abs_state
    state_bar = np.zeros_like(state)
    state_bar[1] += (
        np.conj(state[1]) * abs_state_bar / (abs_state if abs_state != 0.0 else 1.0)
    )
    z_bar = -0.1 * 1j * np.real(z) / (np.real(z) ** 2 + np.imag(z) ** 2)
    z_bar -= 0.1 * np.imag(z) / (np.real(z) ** 2 + np.imag(z) ** 2)
    state_bar[0] += z_bar
    drive_bar = 0.0
    detuning_bar = 0.0
    for k in range(steps - 1, -1, -1):
        state[1] = state_saved_2[k]
        quotient_bar = state_bar[1]
        state_bar[1] = 0.0
        down = down_saved[k]
        up = up_saved[k]
        exponential = exponential_saved[k]
        rabi = drive * exponential
        a = 0.5j * dt * rabi
        b = 0.5j * dt * np.conj(rabi)
        scale = 1.0 - a * b
        numerator_bar_2 = quotient_bar / scale
        state[0] = state_saved[k]
        quotient_bar = state_bar[0]
        state_bar[0] = 0.0
        quotient = (up - a * down) / scale
        numerator_bar = quotient_bar / scale
        up_bar = numerator_bar - b * numerator_bar_2
        down_bar = numerator_bar_2 - a * numerator_bar
        scale_bar = (b * up - down) * numerator_bar_2 / scale - quotient * numerator_bar
        a_bar = -down * numerator_bar - b * scale_bar - state[1] * up_bar
        b_bar = -up * numerator_bar_2 - a * scale_bar - state[0] * down_bar
        state_bar[0] += up_bar - b * down_bar
        state_bar[1] += down_bar - a * up_bar
        rabi_bar = np.conj(0.5j * dt * b_bar) + 0.5j * dt * a_bar
        drive_bar += np.real(exponential * rabi_bar)
        detuning_bar += np.real(1j * k * dt * exponential * drive * rabi_bar)
    return abs_state**2 + 0.1 * value, detuning_bar, drive_bar
