"""What the reverse sweep must still know, and how it knows it.

Each value that an adjoint line reads is kept in its name, computed again, or saved:
numbers that change are saved before they are overwritten and put back as the sweep
walks back, so that arrays and carried numbers always hold what they held when the
statement ran.
"""

from s2sad.facts.again import Again
from s2sad.facts.births import Births
from s2sad.facts.kept import Kept
from s2sad.facts.needs import Needs
from s2sad.facts.stores import Stores


class Plan:
    """For one function: what is read on the way back, what is kept, what is saved."""

    def __init__(self, sweep, fresh):
        self.sweep = sweep
        self.births = Births(sweep)
        self.again = Again(sweep)
        self.needs = Needs(sweep, self.births, self.again)
        self.kept = Kept(sweep, self.births, self.needs)
        self.stores = Stores(sweep, self.births, self.needs, self.kept, fresh)
