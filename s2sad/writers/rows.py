"""A Jacobian by rows: text around the adjoint, for one result after another."""

from s2sad.differentiate.adjoint import Shape, adjoint
from s2sad.differentiate.rows import adjoint_rows
from s2sad.syntax.names import listed
from s2sad.writers.driver import Driver


class Rows(Driver):
    """Writes a Jacobian row by row, or all rows at once."""

    mode = "jacrev"

    def jacobians(self):
        leaves = self.leaves()
        active = tuple(dict.fromkeys(leaf for leaf, _ in leaves))
        many = self.all_rows(active)
        if many is not None:
            return many
        made = self.vjp(active)
        jacobians = {
            (number, leaf): self.allocate(number, leaf, kind)
            for number in self.numbers
            for leaf, kind in leaves
        }
        seeds = {n: "0.0" for n, flag in enumerate(made.seeded) if flag}
        seeds |= {n: "0j" for n in seeds if self.kinds[n].is_complex}
        for number in seeds:
            if self.kinds[number].rank:
                seeds[number] = self.fresh(self.word(number, "result_bar"))
                self.emit(f"{seeds[number]} = np.zeros_like({self.value(number)})")
        for number in self.numbers:
            self.row(number, made, seeds, active, jacobians)
        return jacobians

    def all_rows(self, active):
        """The Jacobians of numbers by one call for all of them, or None."""
        name = f"{self.plain.name}_adjoints"
        doc = f"The adjoints of {listed(list(active))} for each result."
        each, module = len(self.numbers), self.module
        made = adjoint_rows(self.plain, list(active), name, module, doc, each)
        if made is None:
            return None
        made.node.name = module.unit.function_name(name)
        module.add(made)
        kinds = dict(self.leaves())
        jacobians = {
            (number, leaf): self.allocate(number, leaf, kind)
            for number in self.numbers
            for leaf, kind in kinds.items()
        }
        places = [jacobians[n, leaf] for n in self.numbers for leaf in made.shadows]
        targets = [jacobians[n, leaf] for n in self.numbers for leaf in made.returned]
        called = self.call(made.node.name, *places)
        self.emit(f"{', '.join(targets)} = {called}" if targets else called)
        return jacobians

    def vjp(self, active):
        name = self.module.unit.function_name(f"{self.plain.name}_adjoint")
        doc = self.module.adjoint_sentence(self.plain, list(active))
        shape = Shape(primary=len(self.numbers))
        made = adjoint(self.plain, list(active), name, self.module, doc, shape)
        self.module.add(made)
        return made

    def row(self, number, made, seeds, active, jacobians):
        if number not in seeds:
            for leaf, kind in self.leaves():
                if not kind.rank and not self.kinds[number].rank:
                    zero = "0j" if kind.is_complex else "0.0"
                    self.emit(f"{jacobians[number, leaf]} = {zero}")
            return
        base, rank = self.value(number), self.kinds[number].rank
        indices, depth = self.loops(base, rank, 1)
        given = dict(seeds)
        if indices:
            at = f"{seeds[number]}[{', '.join(indices)}]"
            self.emit(f"{at} = 1.0", depth)
        else:
            is_complex = self.kinds[number].is_complex
            given[number] = "complex(1.0)" if is_complex else "1.0"
        kinds = dict(self.leaves())
        places = {
            leaf: _part(jacobians[number, leaf], indices, kinds[leaf].rank)
            for leaf in active
        }
        shadows = [places[leaf] for leaf in made.shadows]
        called = self.call(made.node.name, *given.values(), *shadows)
        targets = ", ".join(places[leaf] for leaf in made.returned)
        self.emit(f"{targets} = {called}" if targets else called, depth)
        if indices:
            self.emit(f"{at} = 0.0", depth)


def _part(name, indices, rank):
    """The part of a Jacobian that belongs to one element of a result."""
    place = [*indices, *([":"] * rank if indices else [])]
    return f"{name}[{', '.join(place)}]" if place else name
