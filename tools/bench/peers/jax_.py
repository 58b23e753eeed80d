"""JAX: jit, vectorised or with lax.scan, lax.while_loop and vmap, in float64."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.scipy.special import logsumexp, multigammaln, ndtr

jax.config.update("jax_enable_x64", True)


def rosenbrock(x):
    ridge = x[1:] - x[:-1] ** 2
    return jnp.sum(100.0 * ridge**2 + (1.0 - x[:-1]) ** 2)


def perceptron(w1, b1, w2, b2, images, labels):
    logits = jnp.tanh(images @ w1 + b1) @ w2 + b2
    chosen = jnp.take_along_axis(logits, labels[:, None], 1)[:, 0]
    return jnp.mean(logsumexp(logits, axis=1) - chosen)


def black_scholes(spot, strike, rate, volatility, maturity):
    spread = volatility * jnp.sqrt(maturity)
    drift = rate + 0.5 * volatility**2
    d1 = (jnp.log(spot / strike) + drift * maturity) / spread
    discount = jnp.exp(-rate * maturity)
    return jnp.sum(spot * ndtr(d1) - strike * discount * ndtr(d1 - spread))


def logistic(weights, features, labels, ridge):
    margins = features @ weights
    losses = jnp.log(1.0 + jnp.exp(-labels * margins))
    return jnp.sum(losses) + 0.5 * ridge * jnp.sum(weights**2)


def logistic_product(weights, features, labels, ridge, direction):
    def slope(w):
        return jax.grad(logistic)(w, features, labels, ridge)

    return jax.jvp(slope, (weights,), (direction,))[1]


def gmm(alphas, means, icf, x, gamma, m):
    n, d = x.shape
    components = alphas.shape[0]
    rows, columns = np.triu_indices(d, 1)
    lower = jnp.zeros((components, d, d)).at[:, columns, rows].set(icf[:, d:])
    diagonal = jnp.exp(icf[:, :d])
    log_det = jnp.sum(icf[:, :d], axis=1)
    centred = x[:, None, :] - means[None]
    z = diagonal * centred + jnp.einsum("kij,pkj->pki", lower, centred)
    logits = alphas + log_det - 0.5 * jnp.sum(z**2, axis=2)
    constant = 0.5 * d * np.log(2.0 * np.pi)
    likelihood = jnp.sum(logsumexp(logits, axis=1))
    likelihood -= n * (constant + logsumexp(alphas))
    freedom = d + m + 1
    wishart = freedom * d * (jnp.log(gamma) - 0.5 * np.log(2.0))
    wishart -= multigammaln(0.5 * freedom, d)
    prior = jnp.sum(diagonal**2) + jnp.sum(icf[:, d:] ** 2)
    prior = 0.5 * gamma**2 * prior - m * jnp.sum(log_det)
    return likelihood + prior - components * wishart


def residual(camera, point, weight, feature):
    rotation, focus = camera[:3], camera[6]
    moved = point - camera[3:6]
    theta2 = jnp.sum(rotation**2)
    theta = jnp.sqrt(jnp.where(theta2 > 0.0, theta2, 1.0))
    axis = rotation / theta
    cosine, sine = jnp.cos(theta), jnp.sin(theta)
    turned = (
        moved * cosine
        + jnp.cross(axis, moved) * sine
        + axis * jnp.dot(axis, moved) * (1.0 - cosine)
    )
    turned = jnp.where(theta2 > 0.0, turned, moved + jnp.cross(rotation, moved))
    projected = turned[:2] / turned[2]
    rho = jnp.sum(projected**2)
    lens = 1.0 + camera[9] * rho + camera[10] * rho**2
    return weight * (projected * focus * lens + camera[7:9] - feature)


def bundle_adjustment(cameras, points, weights, features):
    rows = jax.vmap(jax.jacrev(residual, argnums=(0, 1, 2)))
    camera, point, weight = rows(cameras, points, weights, features)
    return tuple((camera[:, k], point[:, k], weight[:, k]) for k in range(2))


def misfit(u, goal):
    return 0.5 * jnp.sum((u - goal) ** 2)


def burgers(start, goal, steps, speed, spread):
    def step(u, _):
        x, up, left = u[1:-1, 1:-1], u[:-2, 1:-1], u[1:-1, :-2]
        around = up + u[2:, 1:-1] + left + u[1:-1, 2:]
        change = spread * (around - 4.0 * x) - speed * x * (2.0 * x - up - left)
        return u.at[1:-1, 1:-1].add(change), None

    u, _ = lax.scan(step, start, None, length=steps)
    return misfit(u, goal)


def burgers_in_place(start, goal, steps, speed, spread):
    rows, columns = start.shape

    def point(u, place):
        i, j = place // (columns - 2) + 1, place % (columns - 2) + 1
        x, up, left = u[i, j], u[i - 1, j], u[i, j - 1]
        around = up + u[i + 1, j] + left + u[i, j + 1]
        change = spread * (around - 4.0 * x) - speed * x * (2.0 * x - up - left)
        return u.at[i, j].add(change), None

    places = jnp.arange((rows - 2) * (columns - 2))

    def sweep(u, _):
        return lax.scan(point, u, places)[0], None

    u, _ = lax.scan(jax.checkpoint(sweep), start, None, length=steps)
    return misfit(u, goal)


def lotka_volterra(step):
    def loss(x, y, p, steps, dt):
        def rates(s):
            x, y = s
            return jnp.array([p[0] * x - p[1] * x * y, p[2] * x * y - p[3] * y])

        def one(s, _):
            k1 = rates(s)
            k2 = rates(s + dt / 2.0 * k1)
            k3 = rates(s + dt / 2.0 * k2)
            k4 = rates(s + dt * k3)
            return s + dt / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4), None

        s, _ = lax.scan(step(one), jnp.array([x, y]), None, length=steps)
        return (s[0] - 1.0) ** 2 + (s[1] - 2.0) ** 2

    return loss


@jax.custom_jvp
def anomaly(mean, ecc, tolerance):
    def going(state):
        return jnp.abs(state[1]) > tolerance

    def newton(state):
        e, _ = state
        step = (e - ecc * jnp.sin(e) - mean) / (1.0 - ecc * jnp.cos(e))
        return e - step, step

    return lax.while_loop(going, newton, (mean, jnp.ones_like(mean)))[0]


@anomaly.defjvp
def _anomaly_jvp(primals, tangents):
    """A while_loop has no reverse mode: the root's derivative is given."""
    mean, ecc, tolerance = primals
    e = anomaly(mean, ecc, tolerance)
    along = tangents[0] + jnp.sin(e) * tangents[1]
    return e, along / (1.0 - ecc * jnp.cos(e))


def kepler(mean, ecc, tolerance):
    roots = jax.vmap(anomaly, in_axes=(0, 0, None))(mean, ecc, tolerance)
    return 0.5 * jnp.sum(roots**2)


def lstm(weights, extra, state, sequence):
    width = sequence.shape[1]

    def step(carry, pair):
        hidden, cell = carry
        x, goal = pair
        x = x * extra[0]
        hidden_new, cell_new = [], []
        for w, h, c in zip(weights, hidden, cell):
            forget = jax.nn.sigmoid(x * w[0] + w[4])
            let_in = jax.nn.sigmoid(h * w[1] + w[5])
            let_out = jax.nn.sigmoid(x * w[2] + w[6])
            c = c * forget + let_in * jnp.tanh(h * w[3] + w[7])
            x = let_out * jnp.tanh(c)
            hidden_new.append(x)
            cell_new.append(c)
        predicted = x * extra[1] + extra[2]
        mass = jnp.log(jnp.sum(jnp.exp(predicted)) + 2.0)
        score = jnp.sum(goal * predicted) - jnp.sum(goal) * mass
        return (jnp.stack(hidden_new), jnp.stack(cell_new)), score

    pairs = (sequence[:-1], sequence[1:])
    _, scores = lax.scan(step, (state[:, 0], state[:, 1]), pairs)
    return -jnp.sum(scores) / ((sequence.shape[0] - 1) * width)


def _value_and_grad(loss, argnums=0, static=()):
    def flat(*arguments):
        value, gradient = jax.value_and_grad(loss, argnums)(*arguments)
        return (value, *(gradient if isinstance(gradient, tuple) else (gradient,)))

    return jax.jit(flat, static_argnums=static)


def _functions(name):
    """{label: jitted function} for a workload."""
    plain = {
        "rosenbrock": lambda: jax.jit(jax.grad(rosenbrock)),
        "rosenbrock_slices": lambda: jax.jit(jax.grad(rosenbrock)),
        "perceptron": lambda: jax.jit(jax.grad(perceptron, (0, 1, 2, 3))),
        "gmm": lambda: jax.jit(jax.grad(gmm, (0, 1, 2)), static_argnums=(5,)),
        "gmm_large": lambda: jax.jit(jax.grad(gmm, (0, 1, 2)), static_argnums=(5,)),
        "bundle_adjustment": lambda: jax.jit(bundle_adjustment),
        "lstm": lambda: _value_and_grad(lstm, (0, 1)),
        "burgers": lambda: _value_and_grad(burgers, static=(2,)),
        "burgers_in_place": lambda: _value_and_grad(burgers_in_place, static=(2,)),
        "kepler": lambda: _value_and_grad(kepler, (0, 1)),
        "rosenbrock_hessian": lambda: jax.jit(jax.hessian(rosenbrock)),
        "logistic_hessian": lambda: jax.jit(jax.hessian(logistic)),
        "logistic_product": lambda: jax.jit(logistic_product),
        "call": lambda: jax.jit(jax.grad(lambda x: x * jnp.sin(x))),
        "black_scholes": lambda: jax.jit(jax.grad(black_scholes, tuple(range(5)))),
    }
    if name == "lotka_volterra":
        return {
            "jax": _value_and_grad(lotka_volterra(jax.checkpoint), (0, 1, 2), (3,)),
            "jax plain scan": _value_and_grad(
                lotka_volterra(lambda f: f), (0, 1, 2), (3,)
            ),
        }
    return {"jax": plain[name]()} if name in plain else {}


def variants(name, arguments):
    given = [jnp.asarray(a) if isinstance(a, np.ndarray) else a for a in arguments]

    def calling(function):
        return lambda: jax.block_until_ready(function(*given))

    return {label: calling(f) for label, f in _functions(name).items()}
