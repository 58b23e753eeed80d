import numpy as np


def tensordot_tangent(left, right, right_dot):
    """tensordot and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of tensordot have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[1], right.shape[2]))
    result = np.empty((left.shape[0], right.shape[1], right.shape[2]))
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            for m in range(right.shape[2]):
                total_dot = 0.0
                total = 0.0
                for j in range(left.shape[1]):
                    total_dot += left[i, j] * right_dot[j, k, m]
                    total += left[i, j] * right[j, k, m]
                result_dot[i, k, m] = total_dot
                result[i, k, m] = total
    return result, result_dot


def equilibrium_tangent(density, u, VELOCITIES, WEIGHTS, density_dot, u_dot):
    """equilibrium and its tangent."""
    along, along_dot = tensordot_tangent(VELOCITIES, u, u_dot)
    square_dot = np.zeros((u.shape[1], u.shape[2]))
    square = np.zeros((u.shape[1], u.shape[2]))
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                square_dot[j, k] += 2.0 * u[i, j, k] * u_dot[i, j, k]
                square[j, k] += u[i, j, k] ** 2
    if WEIGHTS[:, None, None].shape[0] != VELOCITIES.shape[0]:
        raise ValueError("WEIGHTS[:, None, None] and bracket have different shapes")
    if density.shape[0] != u.shape[1]:
        raise ValueError("density and bracket have different shapes")
    if density.shape[1] != u.shape[2]:
        raise ValueError("density and bracket have different shapes")
    out_dot = np.zeros_like(along)
    out = np.empty_like(along)
    for i in range(VELOCITIES.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                bracket_dot = (
                    3.0 * along_dot[i, j, k]
                    + 9.0 * along[i, j, k] * along_dot[i, j, k]
                    - 1.5 * square_dot[j, k]
                )
                bracket = (
                    1.0
                    + 3.0 * along[i, j, k]
                    + 4.5 * along[i, j, k] ** 2
                    - 1.5 * square[j, k]
                )
                term = WEIGHTS[i] * density[j, k] * bracket_dot
                out_dot[i, j, k] = WEIGHTS[i] * density_dot[j, k] * bracket + term
                out[i, j, k] = WEIGHTS[i] * density[j, k] * bracket
    return out, out_dot


def rolled_2_tangent(a, shift, a_dot):
    """rolled_2 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[(i - shift) % length, j]
            whole[i, j] = a[(i - shift) % length, j]
    return whole, whole_dot


def rolled_tangent(a, shift, a_dot):
    """rolled and its tangent."""
    length = a.shape[1]
    whole_dot = np.zeros(a.shape)
    whole = np.empty(a.shape)
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[(i - shift) % length, j]
            place[i, j] = rows[(i - shift) % length, j]
    return whole, whole_dot


def slopes_3_tangent(f, spacing, f_dot):
    """slopes_3 and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        result_dot[i] = (f_dot[i + 1] - f_dot[i - 1]) / (2.0 * spacing)
        result[i] = (f[i + 1] - f[i - 1]) / (2.0 * spacing)
    result_dot[0] = (f_dot[1] - f_dot[0]) / spacing
    result[0] = (f[1] - f[0]) / spacing
    result_dot[last] = (f_dot[last] - f_dot[last - 1]) / spacing
    result[last] = (f[last] - f[last - 1]) / spacing
    return result, result_dot


def slopes_2_tangent(f, spacing, f_dot):
    """slopes_2 and its tangent."""
    result_dot = np.empty_like(f)
    result = np.empty_like(f)
    for i in range(len(f)):
        slopes_3_result, slopes_3_result_dot = slopes_3_tangent(f[i], spacing, f_dot[i])
        for j in range(f.shape[1]):
            result_dot[i, j] = slopes_3_result_dot[j]
            result[i, j] = slopes_3_result[j]
    return result, result_dot


def slopes_tangent(f, spacing, f_dot):
    """slopes and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        for j in range(f.shape[1]):
            result_dot[i, j] = (f_dot[i + 1, j] - f_dot[i - 1, j]) / (2.0 * spacing)
            result[i, j] = (f[i + 1, j] - f[i - 1, j]) / (2.0 * spacing)
    for i in range(f.shape[1]):
        result_dot[0, i] = (f_dot[1, i] - f_dot[0, i]) / spacing
        result[0, i] = (f[1, i] - f[0, i]) / spacing
        result_dot[last, i] = (f_dot[last, i] - f_dot[last - 1, i]) / spacing
        result[last, i] = (f[last, i] - f[last - 1, i]) / spacing
    return result, result_dot


def lattice_boltzmann_jvp(
    density,
    u,
    relaxation,
    force,
    steps,
    VELOCITIES,
    WEIGHTS,
    density_dot,
    u_dot,
    relaxation_dot,
    force_dot,
):
    """The value of lattice_boltzmann, and its derivative in the direction
    density_dot, u_dot, relaxation_dot, force_dot.
    """
    f, f_dot = equilibrium_tangent(density, u, VELOCITIES, WEIGHTS, density_dot, u_dot)
    for _ in range(steps):
        rho_dot = np.zeros((f.shape[1], f.shape[2]))
        rho = np.zeros((f.shape[1], f.shape[2]))
        for i in range(VELOCITIES.shape[0]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    rho_dot[j, k] += f_dot[i, j, k]
                    rho[j, k] += f[i, j, k]
        momentum, momentum_dot = tensordot_tangent(VELOCITIES.T, f, f_dot)
        if momentum.shape[0] != force[:, None, None].shape[0]:
            raise ValueError("momentum and force[:, None, None] have different shapes")
        u_dot = np.zeros_like(momentum)
        u = np.empty_like(momentum)
        for i in range(VELOCITIES.shape[1]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    quotient = (momentum[i, j, k] + 0.5 * force[i]) / rho[j, k]
                    factor = (
                        momentum_dot[i, j, k]
                        + 0.5 * force_dot[i]
                        - quotient * rho_dot[j, k]
                    )
                    quotient_dot = factor / rho[j, k]
                    u_dot[i, j, k] = quotient_dot
                    u[i, j, k] = quotient
        equilibrium_result, equilibrium_result_dot = equilibrium_tangent(
            rho, u, VELOCITIES, WEIGHTS, rho_dot, u_dot
        )
        if equilibrium_result.shape[1] != f.shape[1]:
            raise ValueError("equilibrium_result and f have different shapes")
        if equilibrium_result.shape[2] != f.shape[2]:
            raise ValueError("equilibrium_result and f have different shapes")
        for i in range(VELOCITIES.shape[0]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    factor_2 = equilibrium_result_dot[i, j, k] - f_dot[i, j, k]
                    term = relaxation * factor_2
                    term_2 = relaxation_dot * (equilibrium_result[i, j, k] - f[i, j, k])
                    f_dot[i, j, k] += term_2 + term
                    factor_3 = equilibrium_result[i, j, k] - f[i, j, k]
                    f[i, j, k] += relaxation * factor_3
        for k in range(len(VELOCITIES)):
            row = VELOCITIES[k]
            if len(row) != 2:
                raise ValueError("row is unpacked into 2 names")
            cx = row[0]
            f_k_dot = f_dot[k]
            f_k = f[k]
            rest_2_dot = f_k_dot.copy()
            rest_2 = f_k.copy()
            rest, rest_dot = rolled_tangent(rest_2, row[1], rest_2_dot)
            rolled_2_result, rolled_2_result_dot = rolled_2_tangent(rest, cx, rest_dot)
            for i in range(f.shape[1]):
                for j in range(f.shape[2]):
                    f_dot[k, i, j] = rolled_2_result_dot[i, j]
                    f[k, i, j] = rolled_2_result[i, j]
    f_2_dot = u_dot[1]
    f_2 = u[1]
    spacing = 1.0
    f_3_dot = u_dot[0]
    f_3 = u[0]
    spacing_2 = 1.0
    slopes_result, slopes_result_dot = slopes_tangent(f_2, spacing, f_2_dot)
    slopes_2_result, slopes_2_result_dot = slopes_2_tangent(f_3, spacing_2, f_3_dot)
    if slopes_result.shape[0] != slopes_2_result.shape[0]:
        raise ValueError("slopes_result and slopes_2_result have different shapes")
    if slopes_result.shape[1] != slopes_2_result.shape[1]:
        raise ValueError("slopes_result and slopes_2_result have different shapes")
    total_dot = np.zeros((f.shape[1], f.shape[2]))
    total = np.zeros((f.shape[1], f.shape[2]))
    for i in range(VELOCITIES.shape[0]):
        for j in range(f.shape[1]):
            for k in range(f.shape[2]):
                total_dot[j, k] += f_dot[i, j, k]
                total[j, k] += f[i, j, k]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(f_2.shape[0]):
        for j in range(f_2.shape[1]):
            vorticity_dot = slopes_result_dot[i, j] - slopes_2_result_dot[i, j]
            vorticity = slopes_result[i, j] - slopes_2_result[i, j]
            total_2_dot += 2.0 * vorticity * vorticity_dot
            total_2 += vorticity**2
    return total, total_2, total_dot, total_2_dot
