import numpy as np


def rolled(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i - 1) % length]
    return whole


def rolled_2(a):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i + 1) % length]
    return whole


def rolled_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i + 1) % length] += result_bar[i]


def rolled_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i - 1) % length] += result_bar[i]


def lax_wendroff_on_a_ring_vjp(
    u, speed, dt, dx, steps, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of u, speed, dt and dx of lax_wendroff_on_a_ring, for the adjoint
    of its result.
    """
    # forward sweep: saves u_2, right and left
    c = speed * dt / dx
    u_2 = u
    u_2_saved = []
    right_saved = []
    left_saved = []
    for k in range(steps):
        left = rolled(u_2)
        left_saved.append(left)
        right = rolled_2(u_2)
        right_saved.append(right)
        if right.shape != left.shape:
            raise ValueError("right and left have different shapes")
        if len(u_2) != len(left):
            raise ValueError("u and left have different shapes")
        term = 0.5 * c**2
        u_new = np.empty_like(u_2)
        for i in range(len(u_2)):
            u_new[i] = (
                u_2[i]
                - 0.5 * c * (right[i] - left[i])
                + term * (right[i] - 2.0 * u_2[i] + left[i])
            )
        u_2_saved.append(u_2)
        u_2 = u_new
    append = u_2[:1]
    length = u_2.shape[0] + append.shape[0]
    whole = np.empty(length)
    stop = u_2.shape[0]
    whole[:stop] = u_2
    start = u_2.shape[0]
    whole[start:] = append

    # reverse sweep
    u_bar = np.zeros_like(u)
    u_2_bar = result_0_bar.copy()
    mass_bar = -result_1_bar
    whole_bar = np.zeros_like(whole)
    for i in range(length - 1):
        difference_bar = np.sign(whole[i + 1] - whole[i]) * result_2_bar
        whole_bar[i + 1] += difference_bar
        whole_bar[i] -= difference_bar
    for i in range(len(u_2)):
        u_2_bar[i] += result_1_bar
    append_bar = u_2_bar[:1]
    append_bar += np.sum(whole_bar[start:])
    whole_bar[start:] = 0.0
    u_2_bar += whole_bar[:stop]
    c_bar = 0.0
    for k in range(steps - 1, -1, -1):
        u_2 = u_2_saved.pop()
        u_new_bar = u_2_bar.copy()
        u_2_bar = np.empty_like(u_2)
        right = right_saved.pop()
        left = left_saved.pop()
        term = 0.5 * c**2
        left_bar = np.empty_like(left)
        right_bar = np.empty_like(right)
        term_bar = 0.0
        for i in range(len(u_2)):
            c_bar -= 0.5 * (right[i] - left[i]) * u_new_bar[i]
            difference_bar = -0.5 * c * u_new_bar[i]
            term_bar += (right[i] - 2.0 * u_2[i] + left[i]) * u_new_bar[i]
            sum_bar = term * u_new_bar[i]
            right_bar[i] = difference_bar + sum_bar
            u_2_bar[i] = u_new_bar[i] - 2.0 * sum_bar
            left_bar[i] = sum_bar - difference_bar
        c_bar += c * term_bar
        rolled_2_adjoint(right_bar, u_2_bar)
        rolled_adjoint(left_bar, u_2_bar)
    u_bar += u_2_bar
    for i in range(len(u)):
        u_bar[i] += mass_bar
    numerator_bar = c_bar / dx
    return u_bar, dt * numerator_bar, speed * numerator_bar, -c * numerator_bar
