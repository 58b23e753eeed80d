import math


def normal_cdf_tangent(z, z_dot):
    """normal_cdf and its tangent."""
    root = math.sqrt(2.0)
    quotient = -z / root
    value_dot = math.exp(-quotient * quotient) * z_dot / root / math.sqrt(math.pi)
    return 0.5 * math.erfc(quotient), value_dot


def black_scholes_call_jvp(
    spot,
    strike,
    volatility,
    rate,
    maturity,
    spot_dot,
    strike_dot,
    volatility_dot,
    rate_dot,
    maturity_dot,
):
    """The value of black_scholes_call, and its derivative in the direction spot_dot,
    strike_dot, volatility_dot, rate_dot, maturity_dot.
    """
    sqrt_maturity = math.sqrt(maturity)
    sqrt_maturity_dot = maturity_dot / (2.0 * sqrt_maturity)
    spread_dot = volatility_dot * sqrt_maturity + volatility * sqrt_maturity_dot
    spread = volatility * sqrt_maturity
    quotient = spot / strike
    log_quotient_dot = (spot_dot - quotient * strike_dot) / strike / quotient
    d1 = (math.log(quotient) + (rate + 0.5 * volatility**2) * maturity) / spread
    factor = (
        log_quotient_dot
        + (
            (rate_dot + volatility * volatility_dot) * maturity
            + (rate + 0.5 * volatility**2) * maturity_dot
        )
        - d1 * spread_dot
    )
    d1_dot = factor / spread
    d2 = d1 - spread
    normal_cdf_d1, normal_cdf_d1_dot = normal_cdf_tangent(d1, d1_dot)
    exponential = math.exp(-rate * maturity)
    exponential_dot = exponential * (-rate_dot * maturity - rate * maturity_dot)
    normal_cdf_d2, normal_cdf_d2_dot = normal_cdf_tangent(d2, d1_dot - spread_dot)
    value_dot = (
        spot_dot * normal_cdf_d1
        + spot * normal_cdf_d1_dot
        - (
            (strike_dot * exponential + strike * exponential_dot) * normal_cdf_d2
            + strike * exponential * normal_cdf_d2_dot
        )
    )
    value = spot * normal_cdf_d1 - strike * exponential * normal_cdf_d2
    return value, value_dot
