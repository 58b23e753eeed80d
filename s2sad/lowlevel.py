"""Tangents and adjoints as derivatives call each other: with seeds and shadows."""

import itertools
from dataclasses import replace
from inspect import Parameter

import numpy as np

from s2sad.compile.options import checked
from s2sad.derivative import Derivative
from s2sad.errors import UsageError
from s2sad.inside import fitted_node, located
from s2sad.matching import matched
from s2sad.seeds import check_shadow, fitted_to_kind
from s2sad.structures import copied, numbers_of, packed
from s2sad.writers.request import Request


def low_level(function, request, jit, options):
    options = checked(options, request.mode)
    request = replace(request, style=options.pop("style", "loops"))
    return LowLevel(function, request, jit, options)


class LowLevel(Derivative):
    """A tangent or adjoint that is called with its seeds and shadows."""

    is_open = True

    def __init__(self, function, request, jit=True, options=None):
        super().__init__(function, request, jit, options)
        self.shapes = (None, [])
        if self.takes_more:
            raise UsageError(
                f"{request.mode} of the {self.base.words} would take seeds of seeds: "
                "use jvp or vjp of it"
            )

    def __call__(self, /, *args, **kwargs):
        found, arguments, leaves, given = self.taken(args, kwargs)
        hidden = [item.getter() for item in found.hidden]
        seeds = self.checked(found.written, leaves, given)
        self.check_shapes(found, arguments, leaves, seeds)
        changes = found.changes(leaves)
        result = found.compiled(*leaves, *hidden, *seeds.values())
        found.store(changes)
        return packed(found.written.result, result)

    def __reduce__(self):
        return (LowLevel, (self.function, self.request, self.jit, self.options))

    # arguments, seeds and shadows

    def whole(self, args, kwargs):
        """{name: what is given} of the arguments, the seeds and the shadows."""
        found, arguments, leaves, given = self.taken(args, kwargs)
        seeds = self.checked(found.written, leaves, given)
        self.check_shapes(found, arguments, leaves, seeds)
        return arguments | seeds

    def taken(self, args, kwargs):
        """(Specialisation, arguments, their leaves, seeds and shadows by name)."""
        primals, keywords, rest, named = self.parted(args, kwargs)
        arguments = self.bound(primals, keywords)
        found, leaves = self.specialise(arguments)
        return found, arguments, leaves, self.ordered(found.written, rest, named)

    def parted(self, args, kwargs):
        """Arguments and keywords of the function; those that are seeds and shadows."""
        parameters = self.signature.parameters
        keywords = {key: kwargs[key] for key in kwargs if key in parameters}
        named = {key: kwargs[key] for key in kwargs if key not in parameters}
        places = [
            key
            for key, parameter in parameters.items()
            if parameter.kind is not Parameter.KEYWORD_ONLY and key not in keywords
        ]
        return args[: len(places)], keywords, args[len(places) :], named

    def ordered(self, written, rest, named):
        """{name: what is given} of the seeds and shadows, in their order."""
        takes = f"{written.name} takes {', '.join(written.parameters)}"
        found = dict(zip(written.extra, rest))
        for word in named:
            if word in found:
                raise UsageError(f"{takes}: {word} is given twice")
            if word not in written.extra:
                raise UsageError(f"{takes}: there is no {word}")
        count = len(rest) + len(named)
        if count != len(written.extra):
            raise UsageError(f"{takes}: {count} seeds and shadows were given")
        found |= named
        return {word: found[word] for word in written.extra}

    def checked(self, written, leaves, given):
        """The seeds and shadows, of the kinds that they need."""
        words = list(given)
        start = len(words) - len(written.shadows)
        found = {
            word: fitted_to_kind(written.extra[word], given[word], word)
            for word in words[:start]
        }
        primals = dict(zip(written.parameters, leaves))
        is_sum = self.request.mode == "adjoint"
        for word, name in zip(words[start:], written.shadows):
            found[word] = check_shadow(word, name, primals[name], given[word], is_sum)
        return found

    def check_shapes(self, found, arguments, leaves, seeds):
        """Seeds have the shapes of the results; the function itself tells which.

        It is asked again when arrays have other shapes or integers other values, so
        that a loop of calls does not pay for it.
        """
        written = found.written
        count = len(seeds) - len(written.shadows)
        seeds = dict(itertools.islice(seeds.items(), count))
        if not any(map(np.ndim, seeds.values())):
            return
        key = [found, *map(_shaping, leaves)]
        got = [np.shape(seed) for seed in seeds.values()]
        if self.shapes != (key, got):
            shapes = self.shapes_of_results(arguments)
            wanted = [shape for shape, flag in zip(shapes, written.seeds) if flag]
            for word, shape, other in zip(seeds, got, wanted):
                if shape != other:
                    what = f"{word} has shape {shape}, but its result has shape {other}"
                    raise UsageError(what)
            self.shapes = (key, got)

    def shapes_of_results(self, arguments):
        function = Derivative(
            self.function, Request("value", style=self.style), self.jit, self.options
        )
        found, leaves = function.specialise(copied(arguments))
        return [np.shape(value) for value in numbers_of(found.call(leaves))]

    # differentiated again, and inside functions that are

    def write(self, values, taken=()):
        count = len(self.signature.parameters)
        return super().write(dict(itertools.islice(values.items(), count)), taken)

    def __s2sad__(self, frame, arguments, keywords, node):
        primals, keywords, rest, named = self.parted(arguments, keywords)
        values = matched(self, frame, primals, keywords, node)

        def seeds(written):
            with located(frame, node):
                given = self.ordered(written, rest, named)
            return [
                fitted_node(written.extra[word], item, word, frame, node)
                for word, item in given.items()
            ]

        return self.applied(frame, values, node, seeds)


def _shaping(leaf):
    """What of an argument shapes results: the shape of an array, an integer."""
    is_integer = np.asarray(leaf).dtype.kind in "iu"
    return np.shape(leaf), np.asarray(leaf).tobytes() if is_integer else None
