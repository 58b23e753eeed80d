"""Fourier transforms, of every length: values, tangents, adjoints, second order."""

import numpy as np
import pytest
from complex_checks import check_complex, check_second

import s2sad

RANDOM = np.random.default_rng(0)


def _complex(*shape):
    return RANDOM.normal(size=shape) + 1j * RANDOM.normal(size=shape)


ONE, SIX, EIGHT, M = _complex(1), _complex(6), _complex(8), _complex(4, 3)
SEVEN, REAL_EIGHT = RANDOM.normal(size=7), RANDOM.normal(size=8)
T = RANDOM.normal(size=(2, 3, 4))

CASES = {
    "fft": (lambda z: np.fft.fft(z), SIX),
    "fft of a power of two": (lambda z: np.fft.fft(z), EIGHT),
    "fft of real numbers": (lambda x: np.fft.fft(x), SEVEN),
    "fft of one number": (lambda z: np.fft.fft(z), ONE),
    "fft cropped": (lambda z: np.fft.fft(z, 4), SIX),
    "fft padded": (lambda z: np.fft.fft(z, 9), SIX),
    "fft by rows": (lambda M: np.fft.fft(M), M),
    "fft by columns": (lambda M: np.fft.fft(M, axis=0), M),
    "fft padded in the middle": (lambda T: np.fft.fft(T, 5, axis=1), T),
    "fft, orthonormal": (lambda z: np.fft.fft(z, norm="ortho"), SIX),
    "ifft": (lambda z: np.fft.ifft(z) * z, SIX),
    "ifft without a factor": (lambda z: np.fft.ifft(z, norm="forward"), EIGHT),
    "rfft": (lambda x: np.fft.rfft(x), SEVEN),
    "rfft of an even length": (lambda x: np.fft.rfft(x), REAL_EIGHT),
    "rfft cropped": (lambda x: np.fft.rfft(x, 5), REAL_EIGHT),
    "rfft by rows": (lambda T: np.fft.rfft(T), T),
    "irfft": (lambda z: np.fft.irfft(z), SIX),
    "irfft of an odd length": (lambda z: np.fft.irfft(z, 7), SIX),
    "irfft cropped": (lambda z: np.fft.irfft(z, 4), SIX),
    "irfft padded": (lambda z: np.fft.irfft(z, 15), SIX),
    "irfft of real numbers": (lambda x: np.fft.irfft(x), SEVEN),
    "fft2": (lambda M: np.fft.fft2(M), M),
    "ifft2": (lambda M: np.fft.ifft2(M), M),
    "fftn": (lambda T: np.fft.fftn(T), T),
    "fftn of two axes": (lambda T: np.fft.fftn(T, axes=(0, 2)), T),
    "shifts of an axis": (
        lambda M: np.fft.fftshift(M, axes=1) * np.fft.ifftshift(M, axes=(0,)),
        M,
    ),
    "shifts": (lambda M: np.fft.fftshift(M) * np.fft.ifftshift(M), M),
    "frequencies": (lambda z: z * np.fft.fftfreq(6, 0.3), SIX),
    "frequencies of real numbers": (lambda x: x * np.fft.rfftfreq(13), SEVEN),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_transforms(case):
    check_complex(*case)


def smoothed(x, rate):
    """How far a signal is from itself, smoothed by its transform."""
    kept = np.fft.rfft(x) * np.exp(-rate * np.fft.rfftfreq(len(x)))
    return np.sum((np.fft.irfft(kept, len(x)) - x) ** 2 * x)


def test_second_order():
    check_second(smoothed, REAL_EIGHT, 0.7)
    check_second(smoothed, SEVEN, 0.7)


def test_compiled():
    made, plain = (
        s2sad.grad(smoothed, argnums=(0, 1), jit=jit) for jit in (True, False)
    )
    for x in (REAL_EIGHT, SEVEN):
        for got, expected in zip(made(x, 0.7), plain(x, 0.7)):
            np.testing.assert_allclose(got, expected, rtol=1e-11, atol=1e-13)


def test_long_transforms_are_accurate():
    def spectrum(x):
        return np.fft.fft(x)

    for n in (4096, 1009):
        x = RANDOM.normal(size=n)
        value, _ = s2sad.jvp(spectrum, (x,), (x,))
        expected = np.fft.fft(x)
        scale = np.max(np.abs(expected))
        np.testing.assert_allclose(value, expected, rtol=0, atol=1e-14 * scale)


def test_a_transform_of_nothing_raises_as_in_numpy():
    with pytest.raises(ValueError, match="a transform of no numbers"):
        s2sad.vjp(lambda x: np.fft.fft(x), np.zeros(0), jit=False)
