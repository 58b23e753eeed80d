import numpy as np


def kepler_orbits_at_once_vjp(mean_anomaly, eccentricity, axis, tilt, result_bar):
    """The adjoints of mean_anomaly, eccentricity, axis and tilt of
    kepler_orbits_at_once, for the adjoint of its result.
    """
    # forward sweep: saves e
    if len(eccentricity) != len(mean_anomaly):
        raise ValueError("eccentricity and mean_anomaly have different shapes")
    e = np.empty_like(mean_anomaly)
    for i in range(len(eccentricity)):
        e[i] = mean_anomaly[i] + eccentricity[i] * np.sin(mean_anomaly[i])
    e_saved = np.empty((4, len(eccentricity)))
    for k in range(4):
        for i in range(len(eccentricity)):
            residual = e[i] - eccentricity[i] * np.sin(e[i]) - mean_anomaly[i]
            e_saved[k, i] = e[i]
            e[i] -= residual / (1.0 - eccentricity[i] * np.cos(e[i]))
    if len(axis) != len(eccentricity):
        raise ValueError("axis and eccentricity have different shapes")
    x = np.empty_like(axis)
    y = np.empty_like(axis)
    for i in range(len(eccentricity)):
        x[i] = axis[i] * (np.cos(e[i]) - eccentricity[i])
        y[i] = axis[i] * np.sqrt(1.0 - eccentricity[i] ** 2) * np.sin(e[i])
    if len(tilt) != len(eccentricity):
        raise ValueError("c and x have different shapes")
    row = np.empty_like(tilt)
    row_2 = np.empty_like(tilt)

    # reverse sweep
    mean_anomaly_bar = np.zeros_like(mean_anomaly)
    eccentricity_bar = np.empty_like(eccentricity)
    axis_bar = np.empty_like(axis)
    tilt_bar = np.empty_like(tilt)
    rows_bar = result_bar.copy()
    row_bar = np.empty_like(row)
    row_2_bar = np.empty_like(row_2)
    for i in range(len(eccentricity)):
        row_2_bar[i] = rows_bar[1, i]
        rows_bar[1, i] = 0.0
        row_bar[i] = rows_bar[0, i]
    x_bar = np.empty_like(x)
    y_bar = np.empty_like(y)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(tilt)):
        c = np.cos(tilt[i])
        s = np.sin(tilt[i])
        s_bar = x[i] * row_2_bar[i] - y[i] * row_bar[i]
        c_bar = y[i] * row_2_bar[i] + x[i] * row_bar[i]
        x_bar[i] = s * row_2_bar[i] + c * row_bar[i]
        y_bar[i] = c * row_2_bar[i] - s * row_bar[i]
        tilt_bar[i] = c * s_bar - s * c_bar
    e_bar = np.empty_like(e)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(eccentricity)):
        root = np.sqrt(1.0 - eccentricity[i] ** 2)
        sin_e = np.sin(e[i])
        axis_bar[i] = root * sin_e * y_bar[i]
        root_bar = axis[i] * sin_e * y_bar[i]
        eccentricity_bar[i] = -2.0 * eccentricity[i] * root_bar / (2.0 * root)
        cos_e = np.cos(e[i])
        axis_bar[i] += (cos_e - eccentricity[i]) * x_bar[i]
        cos_e_bar = axis[i] * x_bar[i]
        eccentricity_bar[i] -= axis[i] * x_bar[i]
        e_bar[i] = cos_e * axis[i] * root * y_bar[i] - sin_e * cos_e_bar
    for k in range(3, -1, -1):
        for i in range(len(eccentricity)):
            e[i] = e_saved[k, i]
            sin_e = np.sin(e[i])
            residual = e[i] - eccentricity[i] * sin_e - mean_anomaly[i]
            cos_e = np.cos(e[i])
            quotient = residual / (1.0 - eccentricity[i] * cos_e)
            numerator_bar = -e_bar[i] / (1.0 - eccentricity[i] * cos_e)
            cos_e_bar = eccentricity[i] * quotient * numerator_bar
            e_bar[i] += numerator_bar - sin_e * cos_e_bar
            eccentricity_bar[i] += (cos_e * quotient - sin_e) * numerator_bar
            mean_anomaly_bar[i] -= numerator_bar
            e_bar[i] -= cos_e * eccentricity[i] * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(eccentricity)):
        mean_anomaly_bar[i] += e_bar[i]
        eccentricity_bar[i] += np.sin(mean_anomaly[i]) * e_bar[i]
        mean_anomaly_bar[i] += np.cos(mean_anomaly[i]) * eccentricity[i] * e_bar[i]
    return mean_anomaly_bar, eccentricity_bar, axis_bar, tilt_bar
