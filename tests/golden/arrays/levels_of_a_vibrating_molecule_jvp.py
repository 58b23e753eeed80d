import numpy as np


def diagonal(a):
    """The diagonal of a square matrix."""
    entries = np.empty(len(a), np.float64)
    for i in range(len(a)):
        entries[i] = a[i, i]
    return entries


def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half:
    s2sad.library.spectra.eigensystem(a).
    """
    values, vectors = np.linalg.eigh(a)
    return values, vectors


def mirrored(a):
    """The symmetric matrix whose lower triangle is that of a."""
    whole = np.empty_like(a)
    for i in range(len(a)):
        for j in range(i + 1):
            whole[i, j] = a[i, j]
            whole[j, i] = a[i, j]
    return whole


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


def eigensystem_tangent(a, a_dot):
    values, vectors = eigensystem(a)
    change = vectors.T @ mirrored(a_dot) @ vectors
    return values, vectors, diagonal(change), vectors @ turned(change, values, change)


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def levels_of_a_vibrating_molecule_jvp(
    depth,
    width,
    place,
    mass,
    temperature,
    depth_dot,
    width_dot,
    place_dot,
    mass_dot,
    temperature_dot,
):
    """The value of levels_of_a_vibrating_molecule, and its derivative in the
    direction depth_dot, width_dot, place_dot, mass_dot, temperature_dot.
    """
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
    potential_dot = np.empty_like(r)
    potential = np.empty_like(r)
    for i in range(len(r)):
        expm1_result = np.expm1(-width * (r[i] - place))
        factor = width * place_dot - width_dot * (r[i] - place)
        expm1_result_dot = (expm1_result + 1.0) * factor
        square_result_dot = 2.0 * expm1_result * expm1_result_dot
        square_result = np.square(-expm1_result)
        potential_dot[i] = depth_dot * square_result + depth * square_result_dot
        potential[i] = depth * square_result
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(potential, potential_dot)
    if kinetic.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("kinetic and matrix_of_result have different shapes")
    term_3_dot = 2.0 * mass_dot * h**2
    term_3 = 2.0 * mass * h**2
    a_dot = np.zeros_like(kinetic)
    a = np.empty_like(kinetic)
    term_5 = np.empty_like(r)
    for i in range(len(r)):
        for j in range(kinetic.shape[1]):
            quotient = kinetic[i, j] / term_3
            a_dot[i, j] = matrix_of_result_dot[i, j] - quotient * term_3_dot / term_3
            a[i, j] = quotient + matrix_of_result[i, j]
        term_5[i] = r[i] * np.exp(-0.5 * r[i])
    energies, waves, energies_dot, waves_dot = eigensystem_tangent(a, a_dot)
    if len(r) != waves.shape[0]:
        raise ValueError("r and waves have different shapes")
    term_5_part = term_5[:, None]
    term_4_dot = np.empty_like(waves)
    term_4 = np.empty_like(waves)
    for i in range(len(r)):
        for j in range(waves.shape[1]):
            term_4_dot[i, j] = term_5_part[i, 0] * waves_dot[i, j]
            term_4[i, j] = term_5_part[i, 0] * waves[i, j]
    dipole_dot = waves_dot.T @ term_4 + waves.T @ term_4_dot
    dipole = waves.T @ term_4
    if len(dipole[0, 1:3]) != len(energies[1:3]):
        raise ValueError("dipole[0, 1:3] and energies[1:3] have different shapes")
    dipole_part_dot = dipole_dot[0, 1:3]
    dipole_part = dipole[0, 1:3]
    energies_part_dot = energies_dot[1:3]
    energies_part = energies[1:3]
    energies_0_dot = energies_dot[0]
    energies_0 = energies[0]
    strength_dot = np.empty_like(dipole_part)
    strength = np.empty_like(dipole_part)
    for i in range(len(dipole_part)):
        square_dipole_part_dot = 2.0 * dipole_part[i] * dipole_part_dot[i]
        square_dipole = np.square(dipole_part[i])
        term_6 = square_dipole_part_dot * (energies_part[i] - energies_0)
        term_7 = square_dipole * (energies_part_dot[i] - energies_0_dot)
        strength_dot[i] = term_6 + term_7
        strength[i] = square_dipole * (energies_part[i] - energies_0)
    energies_0_2_dot = energies_dot[0]
    energies_0_2 = energies[0]
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(energies)):
        quotient = -(energies[i] - energies_0_2) / temperature
        factor_2 = energies_0_2_dot - energies_dot[i] - quotient * temperature_dot
        quotient_dot = factor_2 / temperature
        weights = np.exp(quotient)
        weights_dot = weights * quotient_dot
        total_dot += weights_dot
        total += weights
        total_2_dot += weights_dot * energies[i] + weights * energies_dot[i]
        total_2 += weights * energies[i]
        term_8 = 2.0 * weights * energies[i] * energies_dot[i]
        total_3_dot += weights_dot * energies[i] ** 2 + term_8
        total_3 += weights * energies[i] ** 2
    mean = total_2 / total
    mean_dot = (total_2_dot - mean * total_dot) / total
    quotient = total_3 / total
    quotient_dot = (total_3_dot - quotient * total_dot) / total
    heat = (quotient - mean**2) / temperature**2
    factor_3 = (
        quotient_dot
        - 2.0 * mean * mean_dot
        - 2.0 * heat * temperature * temperature_dot
    )
    heat_dot = factor_3 / temperature**2
    value_dot = energies_dot[:2]
    value = energies[:2]
    return value, strength, heat, value_dot, strength_dot, heat_dot
