def break_in_independent_trips_jvp(x, box, cutoff, x_dot, box_dot, cutoff_dot):
    """The value of break_in_independent_trips, and its derivative in the direction
    x_dot, box_dot, cutoff_dot.
    """
    energy_dot = 0.0
    energy = 0.0
    for i in range(len(x)):
        for j in range(i):
            d = x[i] - x[j]
            d_dot = x_dot[i] - x_dot[j] - box_dot * round(d / box)
            d -= box * round(d / box)
            if d > 1.0:
                break
            r2_dot = d_dot * d + d * d_dot
            r2 = d * d
            if not r2 > cutoff * cutoff:
                quotient = 1.0 / r2**3
                energy_dot -= 3.0 * quotient * r2**2 * r2_dot / r2**3
                energy += quotient
    return energy, energy_dot
