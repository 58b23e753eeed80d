"""What functions of NumPy and SciPy do, in the language that s2sad reads.

A call of one of them is a call of its definition here: it is specialised on the kinds
of its arguments, differentiated like a function of the user's, and written into the
text, where it stands with its docstring. What has no loop is written out in place.
"""

from s2sad.library import conversions, cumulative, growing

__all__ = ["conversions", "cumulative", "growing"]
