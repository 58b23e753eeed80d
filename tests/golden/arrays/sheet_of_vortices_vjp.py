import numpy as np


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def sheet_of_vortices_vjp(
    centre, attack, speed, wake, strength, dt, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of centre, attack, speed, wake, strength and dt of
    sheet_of_vortices, for the adjoint of its result.
    """
    # forward sweep
    middle = centre[0] + 1j * centre[1]
    radius = np.abs(1.0 - middle)
    theta = np.linspace(0.3, 5.9, 5)
    exponential = np.exp(1j * theta)
    circle = middle + radius * exponential
    quotient = centre[1] / radius
    beta = np.arcsin(quotient)
    sine = np.sin(attack + beta)
    circulation = 4.0 * np.pi * speed * radius * sine
    zeta = circle - middle
    exponential_2 = np.exp(-1j * attack)
    exponential_3 = np.exp(1j * attack)
    quotient_2 = radius**2 * exponential_3 / zeta**2
    flow = speed * (exponential_2 - quotient_2)
    quotient_3 = 1j * circulation / (2.0 * np.pi * zeta)
    flow_2 = flow + quotient_3
    quotient_4 = 1.0 / circle**2
    velocity = flow_2 / (1.0 - quotient_4)
    abs_velocity = np.abs(velocity)
    quotient_5 = abs_velocity**2 / speed**2
    z = wake[:, 0] + 1j * wake[:, 1]
    apart = z[:, None] - z + np.eye(len(z))
    if len(strength) != apart.shape[0]:
        raise ValueError("strength and apart have different shapes")
    eye_result = eye(len(z))
    if eye_result.shape[0] != apart.shape[0]:
        raise ValueError("eye_result and apart have different shapes")
    if eye_result.shape[1] != apart.shape[0]:
        raise ValueError("eye_result and apart have different shapes")
    quotient_6 = strength / apart
    pull = np.where(eye_result, 0.0, quotient_6)
    sum_pull = np.sum(pull, axis=1)
    drift = np.conj(sum_pull / (2j * np.pi))

    # reverse sweep
    centre_bar = np.zeros_like(centre)
    wake_bar = np.zeros_like(wake)
    pressure_bar = result_0_bar.copy()
    circulation_bar = result_1_bar
    value_bar = result_2_bar.copy()
    moved_bar = -1j * value_bar
    z_bar = moved_bar.copy()
    dt_bar = np.real(np.sum((speed * exponential_3 + drift) * moved_bar))
    sum_bar_2 = dt * moved_bar
    product_bar = np.sum(sum_bar_2)
    speed_bar = np.real(exponential_3 * product_bar)
    attack_bar = np.real(1j * exponential_3 * speed * product_bar)
    sum_pull_bar = np.conj(sum_bar_2) / (2j * np.pi)
    pull_bar = np.zeros_like(pull)
    pull_bar += np.expand_dims(sum_pull_bar, 1)
    quotient_6_bar = np.where(eye_result, 0.0, pull_bar)
    strength_bar = np.real(np.sum(quotient_6_bar / apart, axis=0))
    apart_bar = -quotient_6 * quotient_6_bar / apart
    z_bar[:, None] += np.expand_dims(np.sum(apart_bar, axis=1), 1)
    z_bar += np.sum(-apart_bar, axis=0)
    wake_bar[:, 0] += np.real(z_bar)
    wake_bar[:, 1] += np.real(1j * z_bar)
    quotient_5_bar = -pressure_bar
    abs_velocity_bar = 2.0 * abs_velocity * quotient_5_bar / speed**2
    speed_bar -= 2.0 * speed * np.sum(quotient_5 * quotient_5_bar / speed**2)
    velocity_bar = (
        np.conj(velocity)
        * abs_velocity_bar
        / np.where(abs_velocity != 0.0, abs_velocity, 1.0)
    )
    flow_2_bar = velocity_bar / (1.0 - quotient_4)
    quotient_4_bar = velocity * velocity_bar / (1.0 - quotient_4)
    circle_bar = -2.0 * circle * quotient_4 * quotient_4_bar / circle**2
    flow_bar = flow_2_bar.copy()
    circulation_bar += np.real(1j * np.sum(flow_2_bar / (2.0 * np.pi * zeta)))
    zeta_bar = -2.0 * np.pi * quotient_3 * flow_2_bar / (2.0 * np.pi * zeta)
    speed_bar += np.real(np.sum((exponential_2 - quotient_2) * flow_bar))
    difference_bar = speed * flow_bar
    quotient_2_bar = -difference_bar
    product_bar = np.sum(quotient_2_bar / zeta**2)
    radius_bar = 2.0 * radius * np.real(exponential_3 * product_bar)
    zeta_bar -= 2.0 * zeta * quotient_2 * quotient_2_bar / zeta**2
    attack_bar += np.real(1j * exponential_3 * radius**2 * product_bar)
    circle_bar += zeta_bar
    middle_bar = np.sum(circle_bar) - np.sum(zeta_bar)
    speed_bar += 4.0 * np.pi * radius * sine * circulation_bar
    radius_bar += 4.0 * np.pi * speed * sine * circulation_bar
    sum_bar = 4.0 * np.cos(attack + beta) * np.pi * speed * radius * circulation_bar
    attack_bar += np.real(-1j * exponential_2 * np.sum(difference_bar)) + sum_bar
    numerator_bar = sum_bar / np.sqrt(1.0 - quotient**2) / radius
    radius_bar -= quotient * numerator_bar
    radius_bar += np.real(np.sum(exponential * circle_bar))
    middle_bar -= (
        np.conj(1.0 - middle) * radius_bar / (radius if radius != 0.0 else 1.0)
    )
    centre_bar[0] += np.real(middle_bar)
    centre_bar[1] += numerator_bar + np.real(1j * middle_bar)
    return centre_bar, attack_bar, speed_bar, wake_bar, strength_bar, dt_bar
