import numpy as np


def break_in_independent_trips_value_and_grad(x, box, cutoff):
    """The value of break_in_independent_trips, and its gradient with respect to x,
    box and cutoff.
    """
    # forward sweep
    energy = 0.0
    for i in range(len(x)):
        for j in range(i):
            done_2 = False
            d = x[i] - x[j]
            d -= box * round(d / box)
            if d > 1.0:
                done_2 = True
            else:
                r2 = d * d
                if not r2 > cutoff * cutoff:
                    energy += 1.0 / r2**3
            if done_2:
                break

    # reverse sweep
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    box_bar = 0.0
    for i in range(len(x)):
        d_saved = []
        d_last_saved = []
        for j in range(i):
            done_2 = False
            d = x[i] - x[j]
            d_saved.append(d)
            d -= box * round(d / box)
            d_last_saved.append(d)
            if d > 1.0:
                done_2 = True
            if done_2:
                break
        x_i_bar = 0.0
        for j in range(len(d_saved) - 1, -1, -1):
            d = d_last_saved.pop()
            d_bar = 0.0
            if not d > 1.0:
                r2 = d * d
                r2_bar = 0.0
                if not r2 > cutoff * cutoff:
                    r2_bar -= 3.0 * r2**2 / r2**3 / r2**3
                d_bar += 2.0 * d * r2_bar
            box_bar -= round(d_saved.pop() / box) * d_bar
            x_i_bar += d_bar
            x_bar[j] -= d_bar
        x_bar[i] += x_i_bar
    return energy, x_bar, box_bar, 0.0
