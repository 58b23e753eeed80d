def lennard_jones_with_cutoff_jvp(x, box, cutoff, x_dot, box_dot, cutoff_dot):
    """The value of lennard_jones_with_cutoff, and its derivative in the direction
    x_dot, box_dot, cutoff_dot.
    """
    energy_dot = 0.0
    energy = 0.0
    for i in range(len(x)):
        for j in range(i):
            d = x[i] - x[j]
            d_dot = x_dot[i] - x_dot[j] - box_dot * round(d / box)
            d -= box * round(d / box)
            r2_dot = d_dot * d + d * d_dot
            r2 = d * d
            if not r2 > cutoff * cutoff:
                s6 = 1.0 / r2**3
                s6_dot = -3.0 * s6 * r2**2 * r2_dot / r2**3
                energy_dot += 4.0 * (s6_dot * s6 + s6 * s6_dot - s6_dot)
                energy += 4.0 * (s6 * s6 - s6)
    return energy, energy_dot
