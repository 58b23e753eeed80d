import numpy as np


def tensordot(left, right):
    """The sums of left[i, j] * right[j, k, m] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of tensordot have different shapes")
    result = np.empty((left.shape[0], right.shape[1], right.shape[2]))
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            for m in range(right.shape[2]):
                total = 0.0
                for j in range(left.shape[1]):
                    total += left[i, j] * right[j, k, m]
                result[i, k, m] = total
    return result


def equilibrium(density, u, VELOCITIES, WEIGHTS):
    along = tensordot(VELOCITIES, u)
    square = np.zeros((u.shape[1], u.shape[2]))
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                square[j, k] += u[i, j, k] ** 2
    if WEIGHTS[:, None, None].shape[0] != VELOCITIES.shape[0]:
        raise ValueError("WEIGHTS[:, None, None] and bracket have different shapes")
    if density.shape[0] != u.shape[1]:
        raise ValueError("density and bracket have different shapes")
    if density.shape[1] != u.shape[2]:
        raise ValueError("density and bracket have different shapes")
    out = np.empty_like(along)
    for i in range(VELOCITIES.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                bracket = (
                    1.0
                    + 3.0 * along[i, j, k]
                    + 4.5 * along[i, j, k] ** 2
                    - 1.5 * square[j, k]
                )
                out[i, j, k] = WEIGHTS[i] * density[j, k] * bracket
    return out


def tensordot_adjoint(left, result_bar, right_bar):
    """The adjoint of right is added to right_bar."""
    # forward sweep
    if right_bar.shape[0] != left.shape[1]:
        raise ValueError("operands of tensordot have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for k in range(right_bar.shape[1]):
            for m in range(right_bar.shape[2]):
                total_bar = result_bar[i, k, m]
                for j in range(left.shape[1]):
                    right_bar[j, k, m] += left[i, j] * total_bar


def equilibrium_adjoint(
    density, u, VELOCITIES, WEIGHTS, result_bar, density_bar, u_bar
):
    """The adjoint of density and u is added to density_bar, u_bar."""
    # forward sweep
    along = tensordot(VELOCITIES, u)
    square = np.zeros((u.shape[1], u.shape[2]))
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                square[j, k] += u[i, j, k] ** 2
    if WEIGHTS[:, None, None].shape[0] != VELOCITIES.shape[0]:
        raise ValueError("WEIGHTS[:, None, None] and bracket have different shapes")
    if density.shape[0] != u.shape[1]:
        raise ValueError("density and bracket have different shapes")
    if density.shape[1] != u.shape[2]:
        raise ValueError("density and bracket have different shapes")

    # reverse sweep
    along_bar = np.empty_like(along)
    square_bar = np.zeros_like(square)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(VELOCITIES.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                bracket = (
                    1.0
                    + 3.0 * along[i, j, k]
                    + 4.5 * along[i, j, k] ** 2
                    - 1.5 * square[j, k]
                )
                density_bar[j, k] += WEIGHTS[i] * bracket * result_bar[i, j, k]
                bracket_bar = WEIGHTS[i] * density[j, k] * result_bar[i, j, k]
                along_bar[i, j, k] = (3.0 + 9.0 * along[i, j, k]) * bracket_bar
                square_bar[j, k] -= 1.5 * bracket_bar
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            for k in range(u.shape[2]):
                u_bar[i, j, k] += 2.0 * u[i, j, k] * square_bar[j, k]
    tensordot_adjoint(VELOCITIES, along_bar, u_bar)


def rolled(a, shift):
    """The elements moved on along an axis."""
    length = a.shape[1]
    whole = np.empty(a.shape)
    place = whole.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place[i, j] = rows[(i - shift) % length, j]
    return whole


def rolled_2(a, shift):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole[i, j] = a[(i - shift) % length, j]
    return whole


def rolled_2_adjoint(shift, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        for j in range(a_bar.shape[1]):
            a_bar[(i - shift) % length, j] += result_bar[i, j]


def rolled_adjoint(shift, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[1]

    # reverse sweep
    place_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(length):
        for j in range(a_bar.shape[0]):
            rows_bar[(i - shift) % length, j] += place_bar[i, j]


def slopes(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        for j in range(f.shape[1]):
            result[i, j] = (f[i + 1, j] - f[i - 1, j]) / (2.0 * spacing)
    for i in range(f.shape[1]):
        result[0, i] = (f[1, i] - f[0, i]) / spacing
        result[last, i] = (f[last, i] - f[last - 1, i]) / spacing
    return result


def slopes_3(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        result[i] = (f[i + 1] - f[i - 1]) / (2.0 * spacing)
    result[0] = (f[1] - f[0]) / spacing
    result[last] = (f[last] - f[last - 1]) / spacing
    return result


def slopes_2(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    for i in range(len(f)):
        slopes_3_result = slopes_3(f[i], spacing)
        for j in range(f.shape[1]):
            result[i, j] = slopes_3_result[j]
    return result


def slopes_3_adjoint(spacing, result_bar, f_bar):
    """The adjoint of f is added to f_bar."""
    # forward sweep
    last = len(f_bar) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")

    # reverse sweep
    result_bar_ = result_bar.copy()
    difference_bar = result_bar_[last] / spacing
    f_bar[last] += difference_bar
    f_bar[last - 1] -= difference_bar
    result_bar_[last] = 0.0
    difference_bar = result_bar_[0] / spacing
    f_bar[1] += difference_bar
    f_bar[0] -= difference_bar
    result_bar_[0] = 0.0
    for i in range(1, last):
        difference_bar = result_bar_[i] / (2.0 * spacing)
        f_bar[i + 1] += difference_bar
        f_bar[i - 1] -= difference_bar


def slopes_2_adjoint(f, spacing, result_bar, f_bar):
    """The adjoint of f is added to f_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(f)):
        slopes_3_result = slopes_3(f[i], spacing)
        slopes_3_result_bar = np.zeros_like(slopes_3_result)
        for j in range(f.shape[1]):
            slopes_3_result_bar[j] += result_bar[i, j]
        slopes_3_adjoint(spacing, slopes_3_result_bar, f_bar[i])


def slopes_adjoint(spacing, result_bar, f_bar):
    """The adjoint of f is added to f_bar."""
    # forward sweep
    last = len(f_bar) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")

    # reverse sweep
    result_bar_ = result_bar.copy()
    for i in range(f_bar.shape[1]):
        difference_bar = result_bar_[last, i] / spacing
        f_bar[last, i] += difference_bar
        f_bar[last - 1, i] -= difference_bar
        result_bar_[last, i] = 0.0
        difference_bar = result_bar_[0, i] / spacing
        f_bar[1, i] += difference_bar
        f_bar[0, i] -= difference_bar
        result_bar_[0, i] = 0.0
    for i in range(1, last):
        for j in range(f_bar.shape[1]):
            difference_bar = result_bar_[i, j] / (2.0 * spacing)
            f_bar[i + 1, j] += difference_bar
            f_bar[i - 1, j] -= difference_bar


def lattice_boltzmann_vjp(
    density,
    u,
    relaxation,
    force,
    steps,
    VELOCITIES,
    WEIGHTS,
    result_0_bar,
    result_1_bar,
):
    """The adjoints of density, u, relaxation and force of lattice_boltzmann, for the
    adjoint of its result.
    """
    # forward sweep: saves u_2, f, rolled_2_result, rest and others
    f = equilibrium(density, u, VELOCITIES, WEIGHTS)
    u_2 = u
    u_2_saved = []
    f_saved = np.empty((steps, VELOCITIES.shape[0], f.shape[1], f.shape[2]))
    f_saved_2 = np.empty((steps, len(VELOCITIES), f.shape[1], f.shape[2]))
    rolled_2_result_saved = []
    rest_saved = []
    equilibrium_result_saved = []
    momentum_saved = []
    rho_saved = []
    for k_2 in range(steps):
        rho = np.zeros((f.shape[1], f.shape[2]))
        rho_saved.append(rho)
        for i in range(VELOCITIES.shape[0]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    rho[j, k] += f[i, j, k]
        momentum = tensordot(VELOCITIES.T, f)
        momentum_saved.append(momentum)
        if momentum.shape[0] != force[:, None, None].shape[0]:
            raise ValueError("momentum and force[:, None, None] have different shapes")
        u_2_saved.append(u_2)
        u_2 = np.empty_like(momentum)
        for i in range(VELOCITIES.shape[1]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    quotient = (momentum[i, j, k] + 0.5 * force[i]) / rho[j, k]
                    u_2[i, j, k] = quotient
        equilibrium_result = equilibrium(rho, u_2, VELOCITIES, WEIGHTS)
        equilibrium_result_saved.append(equilibrium_result)
        if equilibrium_result.shape[1] != f.shape[1]:
            raise ValueError("equilibrium_result and f have different shapes")
        if equilibrium_result.shape[2] != f.shape[2]:
            raise ValueError("equilibrium_result and f have different shapes")
        for i in range(VELOCITIES.shape[0]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    f_saved[k_2, i, j, k] = f[i, j, k]
                    factor = equilibrium_result[i, j, k] - f[i, j, k]
                    f[i, j, k] += relaxation * factor
        for k in range(len(VELOCITIES)):
            row = VELOCITIES[k]
            if len(row) != 2:
                raise ValueError("row is unpacked into 2 names")
            f_k = f[k]
            rest_2 = f_k.copy()
            rest = rolled(rest_2, row[1])
            rest_saved.append(rest)
            rolled_2_result = rolled_2(rest, row[0])
            rolled_2_result_saved.append(rolled_2_result)
            for i in range(f.shape[1]):
                for j in range(f.shape[2]):
                    f_saved_2[k_2, k, i, j] = f[k, i, j]
                    f[k, i, j] = rolled_2_result[i, j]
    f_2 = u_2[1]
    spacing = 1.0
    f_3 = u_2[0]
    spacing_2 = 1.0
    slopes_result = slopes(f_2, spacing)
    slopes_2_result = slopes_2(f_3, spacing_2)
    if slopes_result.shape[0] != slopes_2_result.shape[0]:
        raise ValueError("slopes_result and slopes_2_result have different shapes")
    if slopes_result.shape[1] != slopes_2_result.shape[1]:
        raise ValueError("slopes_result and slopes_2_result have different shapes")

    # reverse sweep
    density_bar = np.zeros_like(density)
    u_bar = np.zeros_like(u)
    force_bar = np.zeros_like(force)
    total_bar = result_0_bar.copy()
    slopes_result_bar = np.empty_like(slopes_result)
    slopes_2_result_bar = np.empty_like(slopes_2_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(f_2.shape[0]):
        for j in range(f_2.shape[1]):
            vorticity = slopes_result[i, j] - slopes_2_result[i, j]
            vorticity_bar = 2.0 * vorticity * result_1_bar
            slopes_result_bar[i, j] = vorticity_bar
            slopes_2_result_bar[i, j] = -vorticity_bar
    f_bar = np.empty_like(f)
    for i in range(VELOCITIES.shape[0]):
        for j in range(f.shape[1]):
            for k in range(f.shape[2]):
                f_bar[i, j, k] = total_bar[j, k]
    u_2_bar = np.zeros_like(u_2)
    f_3_bar = u_2_bar[0]
    slopes_2_adjoint(f_3, spacing_2, slopes_2_result_bar, f_3_bar)
    f_2_bar = u_2_bar[1]
    slopes_adjoint(spacing, slopes_result_bar, f_2_bar)
    relaxation_bar = 0.0
    for k_2 in range(steps - 1, -1, -1):
        for k in range(len(VELOCITIES) - 1, -1, -1):
            rolled_2_result = rolled_2_result_saved.pop()
            rolled_2_result_bar = np.zeros_like(rolled_2_result)
            for i in range(f.shape[1]):
                for j in range(f.shape[2]):
                    f[k, i, j] = f_saved_2[k_2, k, i, j]
                    rolled_2_result_bar[i, j] += f_bar[k, i, j]
                    f_bar[k, i, j] = 0.0
            rest = rest_saved.pop()
            row = VELOCITIES[k]
            rest_bar = np.zeros_like(rest)
            rolled_2_adjoint(row[0], rolled_2_result_bar, rest_bar)
            f_k = f[k]
            rest_2 = f_k.copy()
            rest_2_bar = np.zeros_like(rest_2)
            rolled_adjoint(row[1], rest_bar, rest_2_bar)
            f_k_bar = f_bar[k]
            f_k_bar += rest_2_bar
        equilibrium_result = equilibrium_result_saved.pop()
        equilibrium_result_bar = np.zeros_like(equilibrium_result)
        for i in range(VELOCITIES.shape[0]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    f[i, j, k] = f_saved[k_2, i, j, k]
                    f_i_j_k_bar = f_bar[i, j, k]
                    factor_2 = equilibrium_result[i, j, k] - f[i, j, k]
                    relaxation_bar += factor_2 * f_i_j_k_bar
                    equilibrium_result_bar[i, j, k] += relaxation * f_i_j_k_bar
                    f_bar[i, j, k] -= relaxation * f_i_j_k_bar
        rho = rho_saved.pop()
        rho_bar = np.zeros_like(rho)
        equilibrium_adjoint(
            rho, u_2, VELOCITIES, WEIGHTS, equilibrium_result_bar, rho_bar, u_2_bar
        )
        momentum = momentum_saved.pop()
        momentum_bar = np.zeros_like(u_2)
        for i in range(VELOCITIES.shape[1]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    quotient_bar = u_2_bar[i, j, k]
                    u_2_bar[i, j, k] = 0.0
                    quotient = (momentum[i, j, k] + 0.5 * force[i]) / rho[j, k]
                    numerator_bar = quotient_bar / rho[j, k]
                    momentum_bar[i, j, k] += numerator_bar
                    force_bar[i] += 0.5 * numerator_bar
                    rho_bar[j, k] -= quotient * numerator_bar
        u_2 = u_2_saved.pop()
        u_2_bar = np.zeros_like(u_2)
        tensordot_adjoint(VELOCITIES.T, momentum_bar, f_bar)
        for i in range(VELOCITIES.shape[0]):
            for j in range(f.shape[1]):
                for k in range(f.shape[2]):
                    f_bar[i, j, k] += rho_bar[j, k]
    u_bar += u_2_bar
    equilibrium_adjoint(density, u, VELOCITIES, WEIGHTS, f_bar, density_bar, u_bar)
    return density_bar, u_bar, relaxation_bar, force_bar
