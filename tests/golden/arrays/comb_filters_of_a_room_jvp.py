import numpy as np


def comb_filters_of_a_room_jvp(dry, gains, delays, mix, dry_dot, gains_dot, mix_dot):
    """The value of comb_filters_of_a_room, and its derivative in the direction
    dry_dot, gains_dot, mix_dot.
    """
    n = dry.size
    wet_dot = np.zeros(n)
    wet = np.zeros(n)
    for k in range(min(len(gains), len(delays))):
        gain_dot = gains_dot[k]
        gain = gains[k]
        delay = delays[k]
        y_dot = dry_dot.copy()
        y = dry.copy()
        for start in range(delay, n, delay):
            stop = min(start + delay, n)
            operand = y[start:stop]
            y_part_dot = y_dot[start - delay : stop - delay]
            y_part = y[start - delay : stop - delay]
            operand_2_dot = np.empty_like(y_part)
            operand_2 = np.empty_like(y_part)
            for i in range(len(y_part)):
                operand_2_dot[i] = gain_dot * y_part[i] + gain * y_part_dot[i]
                operand_2[i] = gain * y_part[i]
            if len(operand) != len(y_part):
                raise ValueError("operands have different shapes")
            y_dot[start:stop] += operand_2_dot
            y[start:stop] += operand_2
        if len(wet) != len(y):
            raise ValueError("wet and y have different shapes")
        for i in range(n):
            wet_dot[i] += y_dot[i] / len(gains)
            wet[i] += y[i] / len(gains)
    g = 0.5
    out_dot = np.empty_like(wet)
    out = np.empty_like(wet)
    for i in range(n):
        out_dot[i] = -g * wet_dot[i]
        out[i] = -g * wet[i]
    for i in range(n - 2):
        out_dot[i + 2] += (1.0 - g * g) * wet_dot[i]
        out[i + 2] += (1.0 - g * g) * wet[i]
    if len(dry) != n:
        raise ValueError("dry and out have different shapes")
    out_2_dot = np.zeros_like(dry)
    out_2 = np.empty_like(dry)
    for i in range(n):
        out_2_dot[i] = (
            (1.0 - mix) * dry_dot[i]
            - mix_dot * dry[i]
            + (mix_dot * out[i] + mix * out_dot[i])
        )
        out_2[i] = (1.0 - mix) * dry[i] + mix * out[i]
    return out_2, out_2_dot
