"""The main job: the gradient is right, and the fit reaches the optimum known for it."""

import re

import numpy as np
import pelts
import pytest
from click.testing import CliRunner

STEPS = 20
# Found without derivatives (Nelder and Mead, then central differences of the misfit).
ESTIMATES = (0.54001, 0.027156, 0.79660, 0.023702, 34.599, 5.8437, 0.21838, 0.22008)
ERRORS = (0.05486, 0.003572, 0.07794, 0.003048, 2.596, 0.4493, 0.03381, 0.03408)
MISFIT = -42.74056


@pytest.fixture(scope="module")
def data():
    return pelts.read_pelts()


@pytest.fixture(scope="module")
def fitted(data):
    return pelts.fit(*data, STEPS)


def test_the_data_are_21_years_of_hares_and_lynxes(data):
    years, counts = data
    assert list(years) == list(range(1900, 1921))
    assert counts.shape == (21, 2)
    assert list(counts[0]) == [30.0, 4.0]
    assert list(counts[-1]) == [24.7, 8.6]


def test_the_gradient_agrees_with_differences(data):
    theta = pelts.first_guess(data[1])
    value, gradient = pelts.misfit_value_and_grad(theta, *data, STEPS)
    assert value == pelts.misfit(theta, *data, STEPS)
    for i, slope in enumerate(gradient):
        h = 1e-5 * np.eye(len(theta))[i]
        up, down = (pelts.misfit(theta + s * h, *data, STEPS) for s in (1, -1))
        assert slope == pytest.approx((up - down) / 2e-5, rel=1e-6, abs=1e-6)


def test_the_hessian_is_symmetric(data):
    theta = pelts.first_guess(data[1])
    hessian = pelts.misfit_hessian(theta, *data, STEPS)
    assert hessian == pytest.approx(hessian.T, rel=1e-9, abs=1e-9)


def test_the_fit_reaches_the_known_optimum(fitted):
    assert fitted.misfit == pytest.approx(MISFIT, abs=1e-5)
    assert fitted.estimates == pytest.approx(ESTIMATES, rel=1e-3)
    assert fitted.errors == pytest.approx(ERRORS, rel=1e-2)


def test_the_published_means_lie_within_two_standard_errors(fitted):
    published = np.array([mean for _, _, mean in pelts.PARAMETERS])
    assert np.all(np.abs(fitted.estimates - published) < 2.0 * fitted.errors)


def test_the_job_shows_source_fit_and_time_and_draws(tmp_path):
    drawing = tmp_path / "fit.png"
    options = ["--output", str(drawing), "--steps", str(STEPS)]
    shown = CliRunner().invoke(pelts.main, options, catch_exceptions=False).output
    assert "def " in shown
    assert "iteration  1" in shown
    assert all(name in shown for name, _, _ in pelts.PARAMETERS)
    assert re.search(r"\d\.\d\d times the model", shown)
    assert drawing.read_bytes().startswith(b"\x89PNG")
