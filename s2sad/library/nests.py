"""The text of a sum of products: a product of matrices where it is one, or loops."""

from s2sad.facts.kinds import wider

_OPERANDS = {1: ["x"], 2: ["left", "right"], 3: ["first", "second", "third"]}
_DTYPES = {"float32": "np.float32", "int": "np.int64", "bool": "np.bool_"}
_DTYPES["complex128"] = "np.complex128"
_ZEROS = {"int": "0", "bool": "False", "complex128": "0j"}


class Nest:
    """A sum of products of operands, whose axes have letters."""

    def __init__(self, word, terms, output, kinds):
        self.word, self.terms, self.output, self.kinds = word, terms, output, kinds
        count = len(terms)
        names = _OPERANDS.get(count) or [f"factor_{n}" for n in range(count)]
        taken = set("".join(terms))
        self.names = [f"{name}_" if name in taken else name for name in names]
        self.dtype = wider(*(kind.dtype for kind in kinds))
        self.summed = [c for c in dict.fromkeys("".join(terms)) if c not in output]

    def text(self):
        """The text of the function."""
        lines = self.matrix_lines() or self.loop_lines()
        head = f"def {self.word}({', '.join(self.names)}):"
        body = [self.docstring(), *lines]
        return "\n".join([head, *(f"    {line}" for line in body)]) + "\n"

    def docstring(self):
        product = " * ".join(map(self.element, range(len(self.terms))))
        over = f" over {', '.join(map(index, self.summed))}" if self.summed else ""
        return f'"""The {"sum" if over else "product"}s of {product}{over}."""'

    # a product of matrices

    def matrix_lines(self):
        """`return left @ right`, if that is what this is.

        A derivative may leave out the product, and with it NumPy's own check.
        """
        if len(self.terms) != 2 or not self.is_compiled():
            return None
        (left, right), (first, second) = self.terms, self.names
        shared = [c for c in left if c in right]
        if len(shared) != 1 or self.summed != shared or self.has_ones(shared[0]):
            return None
        free = left.replace(shared[0], ""), right.replace(shared[0], "")
        if any(len(term) > 2 or len(set(term)) < len(term) for term in self.terms):
            return None
        first += ".T" if left[0] == shared[0] and free[0] else ""
        second += ".T" if right[0] != shared[0] else ""
        if self.output == "".join(free):
            return [*self.checks(), f"return {first} @ {second}"]
        return [*self.checks(), f"return ({first} @ {second}).T"]

    def is_compiled(self):
        """Whether Numba multiplies the operands: floats of one kind."""
        first, second = self.kinds
        return first.is_float and first.dtype == second.dtype

    # loops

    def loop_lines(self):
        times, add = (" & ", "|=") if self.dtype == "bool" else (" * ", "+=")
        product = times.join(map(self.element, range(len(self.terms))))
        if not self.output:
            zero = _ZEROS.get(self.dtype, "0.0")
            loops = self.nested(self.summed, [f"total {add} {product}"])
            return [*self.checks(), f"total = {zero}", *loops, "return total"]
        inner = [f"result[{self.indices(self.output)}] = {product}"]
        if self.summed:
            inner = [
                f"total = {_ZEROS.get(self.dtype, '0.0')}",
                *self.nested(self.summed, [f"total {add} {product}"]),
                f"result[{self.indices(self.output)}] = total",
            ]
        lengths = ", ".join(map(self.length, self.output))
        shape = f"({lengths},)" if len(self.output) == 1 else f"({lengths})"
        dtype = _DTYPES.get(self.dtype)
        made = f"result = np.empty({shape}{f', {dtype}' if dtype else ''})"
        loops = self.nested(self.output, inner)
        return [*self.checks(), made, *loops, "return result"]

    def nested(self, letters, inner):
        """Lines inside loops over axes, the first letter outermost."""
        lines = inner
        for letter in reversed(letters):
            head = f"for {index(letter)} in range({self.length(letter)}):"
            lines = [head, *(f"    {line}" for line in lines)]
        return lines

    def checks(self):
        """Lines that raise where lengths differ."""
        lines = []
        for letter in dict.fromkeys("".join(self.terms)):
            first, *others = self.lengths(letter)
            for other in others:
                said = f"operands of {self.word} have different shapes"
                lines.append(f"if {other} != {first}:")
                lines.append(f'    raise ValueError("{said}")')
        return lines

    def element(self, number):
        """An operand at the indices of the loops."""
        name, term = self.names[number], self.terms[number]
        if not term:
            return name
        items = [
            "0" if self.is_spread(number, axis) else index(letter)
            for axis, letter in enumerate(term)
        ]
        return f"{name}[{', '.join(items)}]"

    def is_spread(self, number, axis):
        """Whether an axis of length 1 meets a longer one.

        Of the axes that are summed only einsum spreads one.
        """
        letter = self.terms[number][axis]
        if letter in self.summed and self.word != "einsum":
            return False
        return self.kinds[number].ones[axis] and not self.is_single(letter)

    def is_single(self, letter):
        """Whether all axes of a letter have length 1."""
        return all(
            kind.ones[axis]
            for term, kind in zip(self.terms, self.kinds)
            for axis, own in enumerate(term)
            if own == letter
        )

    def has_ones(self, letter):
        """Whether an axis of a letter has length 1 and another one has not."""
        return any(
            self.is_spread(number, axis)
            for number, term in enumerate(self.terms)
            for axis, own in enumerate(term)
            if own == letter
        )

    def lengths(self, letter):
        """The lengths of the axes of a letter that are not spread."""
        return [
            f"{self.names[number]}.shape[{axis}]"
            for number, term in enumerate(self.terms)
            for axis, own in enumerate(term)
            if own == letter and not self.is_spread(number, axis)
        ]

    def length(self, letter):
        return self.lengths(letter)[0]

    def indices(self, letters):
        return ", ".join(map(index, letters))


def index(letter):
    """The name of a loop's index: of letters that look like digits a longer one."""
    return {"l": "m_", "o": "o_", "O": "O_", "I": "I_"}.get(letter, letter)
