import math


def kepler_by_newton_value_and_grad(mean_anomaly, eccentricity):
    """The value of kepler_by_newton, and its gradient with respect to mean_anomaly
    and eccentricity.
    """
    # forward sweep: saves anomaly
    anomaly = mean_anomaly
    anomaly_saved = []
    for k in range(20):
        residual = anomaly - eccentricity * math.sin(anomaly) - mean_anomaly
        step = residual / (1.0 - eccentricity * math.cos(anomaly))
        anomaly_saved.append(anomaly)
        anomaly -= step
        if abs(step) < 1e-12:
            break
    value = anomaly

    # reverse sweep
    anomaly_bar = 1.0
    eccentricity_bar = 0.0
    mean_anomaly_bar = 0.0
    for k in range(len(anomaly_saved) - 1, -1, -1):
        anomaly = anomaly_saved.pop()
        sin_anomaly = math.sin(anomaly)
        residual = anomaly - eccentricity * sin_anomaly - mean_anomaly
        cos_anomaly = math.cos(anomaly)
        step = residual / (1.0 - eccentricity * cos_anomaly)
        numerator_bar = -anomaly_bar / (1.0 - eccentricity * cos_anomaly)
        anomaly_bar += numerator_bar - sin_anomaly * eccentricity * step * numerator_bar
        eccentricity_bar += (cos_anomaly * step - sin_anomaly) * numerator_bar
        mean_anomaly_bar -= numerator_bar
        anomaly_bar -= cos_anomaly * eccentricity * numerator_bar
    return value, mean_anomaly_bar + anomaly_bar, eccentricity_bar
