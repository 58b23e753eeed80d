import math


def normal_cdf(z):
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def normal_cdf_adjoint(z, result_bar):
    """The adjoint of z in normal_cdf."""
    # forward sweep
    root = math.sqrt(2.0)

    # reverse sweep
    z_bar = math.exp(-z * z / root / root) * result_bar / math.sqrt(math.pi) / root
    return z_bar


def black_scholes_call_value_and_grad(spot, strike, volatility, rate, maturity):
    """The value of black_scholes_call, and its gradient with respect to spot,
    strike, volatility, rate and maturity.
    """
    # forward sweep
    sqrt_maturity = math.sqrt(maturity)
    spread = volatility * sqrt_maturity
    quotient = spot / strike
    d1 = (math.log(quotient) + (rate + 0.5 * volatility**2) * maturity) / spread
    d2 = d1 - spread
    normal_cdf_d1 = normal_cdf(d1)
    exponential = math.exp(-rate * maturity)
    normal_cdf_d2 = normal_cdf(d2)
    value = spot * normal_cdf_d1 - strike * exponential * normal_cdf_d2

    # reverse sweep
    exponential_bar = -strike * normal_cdf_d2
    d2_bar = normal_cdf_adjoint(d2, -strike * exponential)
    rate_bar = -maturity * exponential * exponential_bar
    maturity_bar = -rate * exponential * exponential_bar
    numerator_bar = (normal_cdf_adjoint(d1, spot) + d2_bar) / spread
    rate_bar += maturity * numerator_bar
    volatility_bar = volatility * maturity * numerator_bar
    maturity_bar += (rate + 0.5 * volatility**2) * numerator_bar
    spread_bar = -d2_bar - d1 * numerator_bar
    numerator_bar = numerator_bar / quotient / strike
    spot_bar = normal_cdf_d1 + numerator_bar
    strike_bar = -exponential * normal_cdf_d2 - quotient * numerator_bar
    volatility_bar += sqrt_maturity * spread_bar
    maturity_bar += volatility * spread_bar / (2.0 * sqrt_maturity)
    return value, spot_bar, strike_bar, volatility_bar, rate_bar, maturity_bar
