import math


def kepler_by_newton_jvp(
    mean_anomaly, eccentricity, mean_anomaly_dot, eccentricity_dot
):
    """The value of kepler_by_newton, and its derivative in the direction
    mean_anomaly_dot, eccentricity_dot.
    """
    anomaly_dot = mean_anomaly_dot
    anomaly = mean_anomaly
    for _ in range(20):
        cos_anomaly = math.cos(anomaly)
        sin_anomaly_dot = cos_anomaly * anomaly_dot
        sin_anomaly = math.sin(anomaly)
        residual_dot = (
            anomaly_dot
            - (eccentricity_dot * sin_anomaly + eccentricity * sin_anomaly_dot)
            - mean_anomaly_dot
        )
        residual = anomaly - eccentricity * sin_anomaly - mean_anomaly
        cos_anomaly_dot = -sin_anomaly * anomaly_dot
        step = residual / (1.0 - eccentricity * cos_anomaly)
        term = step * (eccentricity_dot * cos_anomaly + eccentricity * cos_anomaly_dot)
        factor = residual_dot + term
        step_dot = factor / (1.0 - eccentricity * cos_anomaly)
        anomaly_dot -= step_dot
        anomaly -= step
        if abs(step) < 1e-12:
            break
    return anomaly, anomaly_dot
