import numpy as np


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def sheet_of_vortices_jvp(
    centre,
    attack,
    speed,
    wake,
    strength,
    dt,
    centre_dot,
    attack_dot,
    speed_dot,
    wake_dot,
    strength_dot,
    dt_dot,
):
    """The value of sheet_of_vortices, and its derivative in the direction
    centre_dot, attack_dot, speed_dot, wake_dot, strength_dot, dt_dot.
    """
    middle_dot = centre_dot[0] + 1j * centre_dot[1]
    middle = centre[0] + 1j * centre[1]
    radius = np.abs(1.0 - middle)
    factor = np.real(-np.conj(1.0 - middle) * middle_dot)
    radius_dot = factor / (radius if radius != 0.0 else 1.0)
    theta = np.linspace(0.3, 5.9, 5)
    exponential = np.exp(1j * theta)
    circle_dot = middle_dot + radius_dot * exponential
    circle = middle + radius * exponential
    quotient = centre[1] / radius
    quotient_dot = (centre_dot[1] - quotient * radius_dot) / radius
    beta_dot = quotient_dot / np.sqrt(1.0 - quotient**2)
    beta = np.arcsin(quotient)
    sine_dot = np.cos(attack + beta) * (attack_dot + beta_dot)
    sine = np.sin(attack + beta)
    term = (4.0 * np.pi * speed_dot * radius + 4.0 * np.pi * speed * radius_dot) * sine
    circulation_dot = term + 4.0 * np.pi * speed * radius * sine_dot
    circulation = 4.0 * np.pi * speed * radius * sine
    zeta_dot = circle_dot - middle_dot
    zeta = circle - middle
    exponential_2 = np.exp(-1j * attack)
    exponential_2_dot = -exponential_2 * 1j * attack_dot
    exponential_3 = np.exp(1j * attack)
    exponential_3_dot = exponential_3 * 1j * attack_dot
    quotient_2 = radius**2 * exponential_3 / zeta**2
    factor_2 = (
        2.0 * radius * radius_dot * exponential_3
        + radius**2 * exponential_3_dot
        - 2.0 * quotient_2 * zeta * zeta_dot
    )
    quotient_2_dot = factor_2 / zeta**2
    term_2 = speed * (exponential_2_dot - quotient_2_dot)
    flow_dot = speed_dot * (exponential_2 - quotient_2) + term_2
    flow = speed * (exponential_2 - quotient_2)
    quotient_2 = 1j * circulation / (2.0 * np.pi * zeta)
    factor_3 = 1j * circulation_dot - 2.0 * quotient_2 * np.pi * zeta_dot
    quotient_2_dot = factor_3 / (2.0 * np.pi * zeta)
    flow_dot = flow_dot + quotient_2_dot
    flow = flow + quotient_2
    quotient_2 = 1.0 / circle**2
    quotient_2_dot = -2.0 * quotient_2 * circle * circle_dot / circle**2
    velocity = flow / (1.0 - quotient_2)
    velocity_dot = (flow_dot + velocity * quotient_2_dot) / (1.0 - quotient_2)
    abs_velocity = np.abs(velocity)
    factor_4 = np.where(abs_velocity != 0.0, abs_velocity, 1.0)
    abs_velocity_dot = np.real(np.conj(velocity) * velocity_dot) / factor_4
    quotient_3 = abs_velocity**2 / speed**2
    term_3 = 2.0 * abs_velocity * abs_velocity_dot
    factor_5 = term_3 - 2.0 * quotient_3 * speed * speed_dot
    quotient_3_dot = factor_5 / speed**2
    pressure_dot = -quotient_3_dot
    pressure = 1.0 - quotient_3
    z_dot = wake_dot[:, 0] + 1j * wake_dot[:, 1]
    z = wake[:, 0] + 1j * wake[:, 1]
    apart_dot = z_dot[:, None] - z_dot
    apart = z[:, None] - z + np.eye(len(z))
    if len(strength) != apart.shape[0]:
        raise ValueError("strength and apart have different shapes")
    eye_result = eye(len(z))
    if eye_result.shape[0] != apart.shape[0]:
        raise ValueError("eye_result and apart have different shapes")
    if eye_result.shape[1] != apart.shape[0]:
        raise ValueError("eye_result and apart have different shapes")
    quotient_4 = strength / apart
    quotient_4_dot = (strength_dot - quotient_4 * apart_dot) / apart
    pull_dot = np.where(eye_result, 0.0, quotient_4_dot)
    pull = np.where(eye_result, 0.0, quotient_4)
    sum_pull_dot = np.sum(pull_dot, 1)
    sum_pull = np.sum(pull, axis=1)
    quotient_2 = sum_pull / (2j * np.pi)
    quotient_2_dot = sum_pull_dot / (2j * np.pi)
    drift_dot = np.conj(quotient_2_dot)
    drift = np.conj(quotient_2)
    exponential_dot = exponential_3 * 1j * attack_dot
    term_5 = dt * (speed_dot * exponential_3 + speed * exponential_dot + drift_dot)
    term_4 = dt_dot * (speed * exponential_3 + drift) + term_5
    moved_dot = z_dot + term_4
    moved = z + dt * (speed * exponential_3 + drift)
    value_dot = np.imag(moved_dot)
    value = np.imag(moved)
    return pressure, circulation, value, pressure_dot, circulation_dot, value_dot
