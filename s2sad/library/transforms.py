"""Discrete Fourier transforms: of powers of two by halves, of other lengths by chirps.

Cooley and Tukey, An algorithm for the machine calculation of complex Fourier series
(1965); Bluestein, A linear filtering approach to the computation of discrete Fourier
transform (1970). The matrix of a transform is symmetric: its adjoint is itself.
"""

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import as_array, axes_of, axis_of
from s2sad.library.lines import each_line
from s2sad.library.parts import along, resized


def by_halves(x):
    """The Fourier sums of a vector whose length is a power of two."""
    n = len(x)
    z = np.empty(n, dtype=np.complex128)
    turns = np.empty(n // 2, dtype=np.complex128)
    for k in range(n // 2):
        turns[k] = np.exp(-2j * np.pi * k / n)
    place = 0
    for i in range(n):
        z[place] = x[i]
        bit = n // 2
        while bit > 0 and place >= bit:
            place -= bit
            bit //= 2
        place += bit
    half, step = 1, n // 2
    while half < n:
        for start in range(0, n, 2 * half):
            for k in range(half):
                term = turns[k * step] * z[start + k + half]
                z[start + k + half] = z[start + k] - term
                z[start + k] += term
        half *= 2
        step //= 2
    return z


def by_chirps(x):
    """The Fourier sums of a vector of any length, as a convolution."""
    n, size = len(x), 1
    while size < 2 * n - 1:
        size *= 2
    chirp = np.empty(n, dtype=np.complex128)
    signal = np.zeros(size, dtype=np.complex128)
    kernel = np.zeros(size, dtype=np.complex128)
    square = 0
    for k in range(n):
        chirp[k] = np.exp(-1j * np.pi * square / n)
        signal[k] = x[k] * chirp[k]
        kernel[k] = np.conj(chirp[k])
        if k > 0:
            kernel[size - k] = kernel[k]
        square += 2 * k + 1
        if square >= 2 * n:
            square -= 2 * n
    signal = by_halves(signal)
    kernel = by_halves(kernel)
    for k in range(size):
        signal[k] *= kernel[k]
    signal = by_halves(signal)
    z = np.empty(n, dtype=np.complex128)
    for k in range(n):
        z[k] = chirp[k] * signal[size - k if k > 0 else 0] / size
    return z


def fourier(x):
    """The sums of x[j] * exp(-2j * pi * j * k / n) over j, for each k."""
    n = len(x)
    while n > 1 and n % 2 == 0:
        n //= 2
    return by_halves(x) if n == 1 else by_chirps(x)


@rule_of(fourier)
def fourier_rule(x):
    z = fourier(x)
    z_dot = fourier(x_dot)
    x_bar += fourier(z_bar)


def backward(x):
    """The sums of x[j] * exp(2j * pi * j * k / n): those of -k, in their order."""
    values = fourier(x)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned[k] = values[-k]
    return turned


def sums(a, axis, is_forward):
    """The Fourier sums along an axis."""
    function = fourier if is_forward else backward
    return function(a) if a.ndim == 1 else each_line(function, a, axis, np.complex128)


def sized(a, n, axis):
    """Complex numbers, as many along an axis as told, zeros for those that are not."""
    if (a.shape[axis] if n is None else n) < 1:
        raise ValueError("a transform of no numbers")
    if n is None:
        return a if a.dtype == np.complex128 else a + 0j
    else:
        values = np.zeros(resized(a, axis, n), np.complex128)
        count = min(n, a.shape[axis])
        along(values, axis, 0, count)[...] = along(a, axis, 0, count)
        return values


def scaled(values, count, norm, is_forward):
    """The sums times what a norm asks for."""
    if norm == "ortho":
        return values / np.sqrt(count)
    elif norm is None or norm == "backward":
        return values if is_forward else values / count
    elif norm == "forward":
        return values / count if is_forward else values
    else:
        return refused("this norm of a transform", "backward, ortho or forward")


def one(a, n, axis, norm, is_forward):
    """The transform along one axis."""
    a = sized(as_array(a), n, axis)
    return scaled(sums(a, axis, is_forward), a.shape[axis], norm, is_forward)


@defines("numpy.fft.fft")
@of_complex
def fft(a, n=None, axis=-1, norm=None):
    """The discrete Fourier transform along an axis."""
    return one(a, n, axis_of(as_array(a), axis), norm, True)


@defines("numpy.fft.ifft")
@of_complex
def ifft(a, n=None, axis=-1, norm=None):
    """The inverse of the discrete Fourier transform along an axis."""
    return one(a, n, axis_of(as_array(a), axis), norm, False)


@defines("numpy.fft.rfft")
def rfft(a, n=None, axis=-1, norm=None):
    """The first half of the transform of real numbers, which tells the other."""
    place = axis_of(as_array(a), axis)
    values = one(a, n, place, norm, True)
    return along(values, place, 0, values.shape[place] // 2 + 1)


def mirrored(a, n):
    """The transform of n real numbers, of which the first half is given."""
    values = np.zeros(n, np.complex128)
    values[0] = np.real(a[0])
    for k in range(1, min(len(a), n // 2 + 1)):
        if 2 * k == n:
            values[k] = np.real(a[k])
        else:
            values[k] = a[k]
            values[n - k] = np.conj(a[k])
    return values


@defines("numpy.fft.irfft")
@of_complex
def irfft(a, n=None, axis=-1, norm=None):
    """The real numbers whose transform has this first half."""
    a = as_array(a)
    if a.ndim != 1:
        refused("irfft of an array of several axes", "np.fft.ifft, or rows in a loop")
    count = 2 * (len(a) - 1) if n is None else n
    if count < 1:
        raise ValueError("a transform of no numbers")
    return np.real(one(mirrored(a, count), None, 0, norm, False)).copy()


def several(a, axes, norm, is_forward):
    """The transforms along some axes, one after the other."""
    if len(axes) == 0:
        return a
    else:
        values = one(a, None, axes[0], norm, is_forward)
        return several(values, axes[1:], norm, is_forward)


@defines("numpy.fft.fft2")
@of_complex
def fft2(a, axes=(-2, -1), norm=None):
    """The transform along two axes."""
    a = as_array(a)
    return several(a, axes_of(a, axes), norm, True)


@defines("numpy.fft.ifft2")
@of_complex
def ifft2(a, axes=(-2, -1), norm=None):
    """The inverse of the transform along two axes."""
    a = as_array(a)
    return several(a, axes_of(a, axes), norm, False)


@defines("numpy.fft.fftn")
@of_complex
def fftn(a, axes=None, norm=None):
    """The transform along several axes."""
    a = as_array(a)
    return several(a, axes_of(a, axes), norm, True)


@defines("numpy.fft.ifftn")
@of_complex
def ifftn(a, axes=None, norm=None):
    """The inverse of the transform along several axes."""
    a = as_array(a)
    return several(a, axes_of(a, axes), norm, False)


@defines("numpy.fft.fftfreq")
def fftfreq(n, d=1.0):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * d)
    return values


@defines("numpy.fft.rfftfreq")
def rfftfreq(n, d=1.0):
    """The frequencies that belong to the elements of a transform of real numbers."""
    values = np.empty(n // 2 + 1)
    for k in range(n // 2 + 1):
        values[k] = k / (n * d)
    return values


@defines("numpy.fft.fftshift")
@of_complex
def fftshift(x, axes=None):
    """The elements of a transform with the frequency 0 in the middle."""
    x = as_array(x)
    for axis in axes_of(x, axes):
        x = np.roll(x, x.shape[axis] // 2, axis)
    return x


@defines("numpy.fft.ifftshift")
@of_complex
def ifftshift(x, axes=None):
    """The elements of a transform with the frequency 0 first again."""
    x = as_array(x)
    for axis in axes_of(x, axes):
        x = np.roll(x, -(x.shape[axis] // 2), axis)
    return x
