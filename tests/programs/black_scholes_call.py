"""The price of a European call by the formula of Black and Scholes."""

import math


def normal_cdf(z):
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def black_scholes_call(spot, strike, volatility, rate, maturity):
    spread = volatility * math.sqrt(maturity)
    d1 = (math.log(spot / strike) + (rate + 0.5 * volatility**2) * maturity) / spread
    d2 = d1 - spread
    return spot * normal_cdf(d1) - strike * math.exp(-rate * maturity) * normal_cdf(d2)


EXAMPLE = (1.1, 1.0, 0.3, 0.05, 0.8)
