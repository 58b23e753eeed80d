"""Whether a slope is that of a function: differences with several steps."""

import numpy as np

STEPS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9, 1e-11, 1e-13)
FINEST = np.finfo(float).eps
# How far slopes may differ, and how far rounding may be the reason.
LEAST, MOST = 1e-5, 1e-2


def agreement(along, slope, resolution=FINEST):
    """How a slope agrees with differences of `along(step)`.

    "both sides", "one side" (a kink, or the end of a domain), "not", or "unknown"
    where the function has no values around. Its values are known to a `resolution`.
    """
    here, one_side, known = along(0.0), False, False
    tolerance = min(max(LEAST, 1e4 * resolution), MOST)
    for step in STEPS:
        noise = 16.0 * resolution * max(abs(here), 1.0) / step
        if noise > tolerance * max(abs(slope), abs(here), 1.0):
            break
        ahead, behind = along(step), along(-step)
        for found, allowed in (
            ((ahead - behind) / (2.0 * step), 1.0),
            ((ahead - here) / step, 10.0),
            ((here - behind) / step, 10.0),
        ):
            known |= bool(np.isfinite(found))
            scale = max(abs(found), abs(slope))
            if abs(found - slope) <= allowed * (tolerance * scale + noise):
                if allowed == 1.0:
                    return "both sides"
                one_side = True
    if one_side:
        return "one side"
    return "not" if known else "unknown"


def resolution_of(along):
    """How finely the values of a function are known: where they jump, in steps so small
    that a smooth one has no curve. Coarse are such as work with numbers of 32 bits.
    """
    values = [along(k * 1e-8) for k in range(-20, 21)]
    if not np.all(np.isfinite(values)):
        return FINEST
    jumps = np.abs(np.diff(values, 2)) / max(abs(values[20]), 1.0)
    # a kink makes one of them, or two
    return max(FINEST, float(np.sort(jumps)[-4]))
