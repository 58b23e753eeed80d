"""Which Jacobian is written: by columns, by rows, or by what costs less."""

from s2sad.facts.kinds import Array
from s2sad.writers.columns import Columns
from s2sad.writers.rows import Rows


def jacfwd(writer):
    arguments = writer.chosen()
    writer.active(arguments)
    writer.check_complex(arguments, by_results=False)
    return Columns(writer, arguments).written()


def jacrev(writer):
    arguments = writer.chosen()
    writer.active(arguments)
    writer.check_complex(arguments, by_results=True)
    return Rows(writer, arguments).written()


def jacobian(writer):
    """By rows if the results are numbers and the arguments arrays, else by columns."""
    arguments = writer.chosen()
    wide = any(isinstance(k, Array) for _, leaves, _ in arguments for _, k in leaves)
    kinds = writer.plain.result_kinds[: writer.primary()]
    tall = any(isinstance(kind, Array) for kind in kinds)
    return jacrev(writer) if wide and not tall else jacfwd(writer)
