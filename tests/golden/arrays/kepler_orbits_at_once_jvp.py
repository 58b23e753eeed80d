import numpy as np


def kepler_orbits_at_once_jvp(
    mean_anomaly,
    eccentricity,
    axis,
    tilt,
    mean_anomaly_dot,
    eccentricity_dot,
    axis_dot,
    tilt_dot,
):
    """The value of kepler_orbits_at_once, and its derivative in the direction
    mean_anomaly_dot, eccentricity_dot, axis_dot, tilt_dot.
    """
    if len(eccentricity) != len(mean_anomaly):
        raise ValueError("eccentricity and mean_anomaly have different shapes")
    e_dot = np.empty_like(mean_anomaly)
    e = np.empty_like(mean_anomaly)
    for i in range(len(eccentricity)):
        sin_mean_anomaly_dot = np.cos(mean_anomaly[i]) * mean_anomaly_dot[i]
        sin_mean_anomaly = np.sin(mean_anomaly[i])
        term_2 = eccentricity[i] * sin_mean_anomaly_dot
        term = eccentricity_dot[i] * sin_mean_anomaly + term_2
        e_dot[i] = mean_anomaly_dot[i] + term
        e[i] = mean_anomaly[i] + eccentricity[i] * sin_mean_anomaly
    for _ in range(4):
        for i in range(len(eccentricity)):
            cos_e = np.cos(e[i])
            sin_e_dot = cos_e * e_dot[i]
            sin_e = np.sin(e[i])
            residual_dot = (
                e_dot[i]
                - (eccentricity_dot[i] * sin_e + eccentricity[i] * sin_e_dot)
                - mean_anomaly_dot[i]
            )
            residual = e[i] - eccentricity[i] * sin_e - mean_anomaly[i]
            cos_e_dot = -sin_e * e_dot[i]
            quotient = residual / (1.0 - eccentricity[i] * cos_e)
            factor_2 = eccentricity_dot[i] * cos_e + eccentricity[i] * cos_e_dot
            term_3 = quotient * factor_2
            factor = residual_dot + term_3
            quotient_dot = factor / (1.0 - eccentricity[i] * cos_e)
            e_dot[i] -= quotient_dot
            e[i] -= quotient
    if len(axis) != len(eccentricity):
        raise ValueError("axis and eccentricity have different shapes")
    x_dot = np.empty_like(axis)
    x = np.empty_like(axis)
    y_dot = np.empty_like(axis)
    y = np.empty_like(axis)
    for i in range(len(eccentricity)):
        sin_e = np.sin(e[i])
        cos_e_dot = -sin_e * e_dot[i]
        cos_e = np.cos(e[i])
        term_4 = axis[i] * (cos_e_dot - eccentricity_dot[i])
        x_dot[i] = axis_dot[i] * (cos_e - eccentricity[i]) + term_4
        x[i] = axis[i] * (cos_e - eccentricity[i])
        root = np.sqrt(1.0 - eccentricity[i] ** 2)
        root_dot = -2.0 * eccentricity[i] * eccentricity_dot[i] / (2.0 * root)
        sin_e_dot = cos_e * e_dot[i]
        term_5 = (axis_dot[i] * root + axis[i] * root_dot) * sin_e
        y_dot[i] = term_5 + axis[i] * root * sin_e_dot
        y[i] = axis[i] * root * sin_e
    if len(tilt) != len(eccentricity):
        raise ValueError("c and x have different shapes")
    row_dot = np.empty_like(tilt)
    row = np.empty_like(tilt)
    row_2_dot = np.empty_like(tilt)
    row_2 = np.empty_like(tilt)
    for i in range(len(tilt)):
        sin_tilt = np.sin(tilt[i])
        c_dot = -sin_tilt * tilt_dot[i]
        c = np.cos(tilt[i])
        s_dot = c * tilt_dot[i]
        s = sin_tilt
        row_dot[i] = c_dot * x[i] + c * x_dot[i] - (s_dot * y[i] + s * y_dot[i])
        row[i] = c * x[i] - s * y[i]
        row_2_dot[i] = s_dot * x[i] + s * x_dot[i] + (c_dot * y[i] + c * y_dot[i])
        row_2[i] = s * x[i] + c * y[i]
    rows_dot = np.zeros((2, len(eccentricity)))
    rows = np.empty((2, len(eccentricity)))
    for i in range(len(eccentricity)):
        rows_dot[0, i] = row_dot[i]
        rows[0, i] = row[i]
        rows_dot[1, i] = row_2_dot[i]
        rows[1, i] = row_2[i]
    return rows, rows_dot
