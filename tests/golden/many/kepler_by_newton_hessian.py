import math


def kepler_by_newton_grad_tangent(mean_anomaly, eccentricity, mean_anomaly_dot):
    """kepler_by_newton_grad and its tangent."""
    anomaly_dot = mean_anomaly_dot
    anomaly = mean_anomaly
    anomaly_saved_dot = []
    anomaly_saved = []
    for k in range(20):
        cos_anomaly = math.cos(anomaly)
        sin_anomaly_dot = cos_anomaly * anomaly_dot
        residual_dot = anomaly_dot - eccentricity * sin_anomaly_dot - mean_anomaly_dot
        sin_anomaly = math.sin(anomaly)
        residual = anomaly - eccentricity * sin_anomaly - mean_anomaly
        cos_anomaly_dot = -sin_anomaly * anomaly_dot
        step = residual / (1.0 - eccentricity * cos_anomaly)
        factor = residual_dot + step * eccentricity * cos_anomaly_dot
        step_dot = factor / (1.0 - eccentricity * cos_anomaly)
        anomaly_saved_dot.append(anomaly_dot)
        anomaly_saved.append(anomaly)
        anomaly_dot -= step_dot
        anomaly -= step
        if abs(step) < 1e-12:
            break
    anomaly_bar_dot = 0.0
    anomaly_bar = 1.0
    mean_anomaly_bar_dot = 0.0
    mean_anomaly_bar = 0.0
    length = len(anomaly_saved)
    for k in range(length - 1, -1, -1):
        anomaly_dot = anomaly_saved_dot.pop()
        popped = anomaly_saved.pop()
        anomaly = popped
        cos_anomaly = math.cos(anomaly)
        sin_anomaly_dot = cos_anomaly * anomaly_dot
        sin_anomaly = math.sin(anomaly)
        residual_dot = anomaly_dot - eccentricity * sin_anomaly_dot - mean_anomaly_dot
        residual = anomaly - eccentricity * sin_anomaly - mean_anomaly
        cos_anomaly_dot = -sin_anomaly * anomaly_dot
        step = residual / (1.0 - eccentricity * cos_anomaly)
        factor_2 = residual_dot + step * eccentricity * cos_anomaly_dot
        step_dot = factor_2 / (1.0 - eccentricity * cos_anomaly)
        numerator_bar = -anomaly_bar / (1.0 - eccentricity * cos_anomaly)
        factor_3 = numerator_bar * eccentricity * cos_anomaly_dot - anomaly_bar_dot
        numerator_bar_dot = factor_3 / (1.0 - eccentricity * cos_anomaly)
        term_3 = sin_anomaly * eccentricity * step_dot
        factor_4 = sin_anomaly_dot * eccentricity * step + term_3
        term_2 = factor_4 * numerator_bar
        term = term_2 + sin_anomaly * eccentricity * step * numerator_bar_dot
        anomaly_bar_dot += numerator_bar_dot - term
        anomaly_bar += numerator_bar - sin_anomaly * eccentricity * step * numerator_bar
        mean_anomaly_bar_dot -= numerator_bar_dot
        mean_anomaly_bar -= numerator_bar
        term_4 = cos_anomaly * eccentricity * numerator_bar_dot
        anomaly_bar_dot -= cos_anomaly_dot * eccentricity * numerator_bar + term_4
        anomaly_bar -= cos_anomaly * eccentricity * numerator_bar
    value = mean_anomaly_bar + anomaly_bar
    return value, mean_anomaly_bar_dot + anomaly_bar_dot


def kepler_by_newton_hessian(mean_anomaly, eccentricity):
    """The Hessian of kepler_by_newton with respect to mean_anomaly."""
    result, column = kepler_by_newton_grad_tangent(mean_anomaly, eccentricity, 1.0)
    jacobian = column
    return jacobian
