"""Whether a slope is that of a function: differences with several steps."""

import numpy as np

STEPS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9, 1e-11, 1e-13)
TOLERANCE = 1e-5
# Of the values that are subtracted, in the last place and with it.
NOISE = 16 * np.finfo(float).eps
# What a difference may owe to it, of the slope or of the value.
MOST_NOISE = 1e-5


def agreement(along, slope):
    """How a slope agrees with differences of `along(step)`.

    "both sides", "one side" (a kink, or the end of a domain), "not", or "unknown"
    where the function has no values around.
    """
    here, one_side, known = along(0.0), False, False
    for step in STEPS:
        noise = NOISE * max(abs(here), 1.0) / step
        if noise > MOST_NOISE * max(abs(slope), abs(here), 1.0):
            break
        ahead, behind = along(step), along(-step)
        for found, allowed in (
            ((ahead - behind) / (2.0 * step), 1.0),
            ((ahead - here) / step, 10.0),
            ((here - behind) / step, 10.0),
        ):
            known |= bool(np.isfinite(found))
            scale = max(abs(found), abs(slope))
            if abs(found - slope) <= allowed * (TOLERANCE * scale + noise):
                if allowed == 1.0:
                    return "both sides"
                one_side = True
    if one_side:
        return "one side"
    return "not" if known else "unknown"
