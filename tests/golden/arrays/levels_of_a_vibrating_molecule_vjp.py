import numpy as np


def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half:
    s2sad.library.spectra.eigensystem(a).
    """
    values, vectors = np.linalg.eigh(a)
    return values, vectors


def folded(a):
    """The lower triangle that takes the upper one as well: the adjoint of mirrored."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j] + a[j, i]
        part[i, i] = a[i, i]
    return part


def turned(m, values, asked):
    """The entries m[i, j] over values[j] - values[i]; the diagonal is 0.

    Where values are equal but for rounding, their vectors have no derivative:
    nan, unless nothing is asked of them. An m of 0 may be two that cancel.
    """
    turn = np.zeros_like(m)
    abs_values = np.empty_like(values)
    for i in range(len(values)):
        abs_values[i] = np.abs(values[i])
    equal = 1e-14 * len(values) * np.max(abs_values)
    for i in range(len(values)):
        for j in range(len(values)):
            if abs(values[i] - values[j]) > equal:
                turn[i, j] = m[i, j] / (values[j] - values[i])
            elif i != j and (asked[i, j] != 0.0 or asked[j, i] != 0.0):
                turn[i, j] = np.nan
    return turn


def eigensystem_backward(system_0, system_1, bars_0, bars_1):
    twist = system_1.T @ bars_1
    term = np.empty_like(twist)
    for i in range(system_1.shape[1]):
        for j in range(bars_1.shape[1]):
            term[i, j] = 0.5 * (twist[i, j] - twist[j, i])
    change_bar = turned(term, system_0, twist)
    for i in range(len(system_0)):
        change_bar[i, i] += bars_0[i]
    return folded(system_1 @ change_bar @ system_1.T)


def eigensystem_adjoint(a, z_bar_0, z_bar_1, a_bar):
    values, vectors = eigensystem(a)
    eigensystem_backward_0 = eigensystem_backward(values, vectors, z_bar_0, z_bar_1)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += eigensystem_backward_0[i, j]


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def levels_of_a_vibrating_molecule_vjp(
    depth, width, place, mass, temperature, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of depth, width, place, mass and temperature of
    levels_of_a_vibrating_molecule, for the adjoint of its result.
    """
    # forward sweep
    r = np.linspace(0.4, 3.4, 7)
    h = r[1] - r[0]
    k = np.arange(len(r))
    term = np.empty((len(k), len(k)), dtype=np.bool_)
    term_2 = np.empty((len(k), len(k)))
    where_result = np.empty((len(k), len(k)), dtype=np.int64)
    for i in range(len(k)):
        for j in range(len(k)):
            gap = k[i] - k[j]
            term[i, j] = gap == 0
            term_2[i, j] = 2.0 * (-1.0) ** gap
            where_result[i, j] = 1 if gap == 0 else gap
    kinetic = np.where(term, np.pi**2 / 3.0, term_2 / where_result**2)
    potential = np.empty_like(r)
    for i in range(len(r)):
        potential[i] = depth * np.square(-np.expm1(-width * (r[i] - place)))
    matrix_of_result = matrix_of(potential)
    if kinetic.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("kinetic and matrix_of_result have different shapes")
    term_3 = 2.0 * mass * h**2
    a = np.empty_like(kinetic)
    term_5 = np.empty_like(r)
    for i in range(len(r)):
        for j in range(kinetic.shape[1]):
            a[i, j] = kinetic[i, j] / term_3 + matrix_of_result[i, j]
        term_5[i] = r[i] * np.exp(-0.5 * r[i])
    energies, waves = eigensystem(a)
    if len(r) != waves.shape[0]:
        raise ValueError("r and waves have different shapes")
    term_5_part = term_5[:, None]
    term_4 = np.empty_like(waves)
    for i in range(len(r)):
        for j in range(waves.shape[1]):
            term_4[i, j] = term_5_part[i, 0] * waves[i, j]
    dipole = waves.T @ term_4
    if len(dipole[0, 1:3]) != len(energies[1:3]):
        raise ValueError("dipole[0, 1:3] and energies[1:3] have different shapes")
    dipole_part = dipole[0, 1:3]
    energies_part = energies[1:3]
    energies_0 = energies[0]
    energies_0_2 = energies[0]
    total = 0.0
    total_2 = 0.0
    total_3 = 0.0
    for i in range(len(energies)):
        weights = np.exp(-(energies[i] - energies_0_2) / temperature)
        total += weights
        total_2 += weights * energies[i]
        total_3 += weights * energies[i] ** 2
    mean = total_2 / total
    quotient = total_3 / total
    heat = (quotient - mean**2) / temperature**2

    # reverse sweep
    energies_bar = np.zeros_like(energies)
    value_bar = energies_bar[:2]
    value_bar += result_0_bar
    strength_bar = result_1_bar.copy()
    numerator_bar = result_2_bar / temperature**2
    temperature_bar = -2.0 * temperature * heat * numerator_bar
    numerator_bar_2 = numerator_bar / total
    numerator_bar_3 = -2.0 * mean * numerator_bar / total
    total_bar = -quotient * numerator_bar_2 - mean * numerator_bar_3

    # forward and reverse in one sweep: the iterations are independent
    energies_0_2_bar = 0.0
    for i in range(len(energies)):
        quotient = -(energies[i] - energies_0_2) / temperature
        weights = np.exp(quotient)
        weights_bar = energies[i] ** 2 * numerator_bar_2 + energies[i] * numerator_bar_3
        energies_bar[i] += 2.0 * energies[i] * weights * numerator_bar_2
        weights_bar += total_bar
        numerator_bar = weights * weights_bar / temperature
        energies_bar[i] += weights * numerator_bar_3 - numerator_bar
        energies_0_2_bar += numerator_bar
        temperature_bar -= quotient * numerator_bar
    energies_bar[0] += energies_0_2_bar
    dipole_bar = np.zeros_like(dipole)
    dipole_part_bar = dipole_bar[0, 1:3]
    energies_part_bar = energies_bar[1:3]

    # forward and reverse in one sweep: the iterations are independent
    energies_0_bar = 0.0
    for i in range(len(dipole_part)):
        square_dipole = np.square(dipole_part[i])
        square_dipole_part_bar = (energies_part[i] - energies_0) * strength_bar[i]
        energies_part_bar[i] += square_dipole * strength_bar[i]
        energies_0_bar -= square_dipole * strength_bar[i]
        dipole_part_bar[i] += 2.0 * dipole_part[i] * square_dipole_part_bar
    energies_bar[0] += energies_0_bar
    waves_bar = (dipole_bar @ term_4.T).T
    term_4_bar = waves @ dipole_bar
    for i in range(len(r)):
        for j in range(waves.shape[1]):
            waves_bar[i, j] += term_5_part[i, 0] * term_4_bar[i, j]
    a_bar = np.zeros_like(a)
    eigensystem_adjoint(a, energies_bar, waves_bar, a_bar)
    matrix_of_result_bar = np.zeros_like(matrix_of_result)
    term_3_bar = 0.0
    for i in range(len(r)):
        for j in range(kinetic.shape[1]):
            term_3_bar -= kinetic[i, j] * a_bar[i, j] / term_3 / term_3
            matrix_of_result_bar[i, j] += a_bar[i, j]
    mass_bar = 2.0 * h**2 * term_3_bar
    potential_bar = np.zeros_like(potential)
    matrix_of_adjoint(matrix_of_result_bar, potential_bar)

    # forward and reverse in one sweep: the iterations are independent
    place_bar = 0.0
    width_bar = 0.0
    depth_bar = 0.0
    for i in range(len(r)):
        expm1_result = np.expm1(-width * (r[i] - place))
        depth_bar += np.square(-expm1_result) * potential_bar[i]
        square_result_bar = depth * potential_bar[i]
        product_bar = 2.0 * (expm1_result + 1.0) * expm1_result * square_result_bar
        width_bar += (place - r[i]) * product_bar
        place_bar += width * product_bar
    return depth_bar, width_bar, place_bar, mass_bar, temperature_bar
