"""The README's table of library functions, from the rules and the definitions.

python tools/functions.py prints it.
"""

import ast
import sys
from pathlib import Path
from types import CodeType

import s2sad  # noqa: F401  (declares the definitions)
from s2sad.known.definitions import DEFINITIONS, takes_complex
from s2sad.rules.table import all_rules, spellings


def table():
    """The rows: the functions with rules, then each file of definitions."""
    rows = [f"| functions with a rule | {_listed(_with_rules())} |"]
    files = {}
    for name, definition in DEFINITIONS.items():
        name = name.removesuffix(".__call__").removesuffix(".__getitem__")
        if (
            not _refuses(definition)
            and not name.startswith("list.")
            and "._" not in name
        ):
            files.setdefault(_module(definition), set()).add(name)
    rows += [f"| {_title(name)} | {_listed(files[name])} |" for name in sorted(files)]
    rows.append(
        f"| **of these, of complex numbers as well** | {_listed(_of_complex())} |"
    )
    return "\n".join(["| what | functions |", "|---|---|", *rows])


def _module(definition):
    return getattr(definition, "__module__", None) or type(definition).__module__


def _refuses(definition):
    """Whether all that a definition does is to say why there is none."""
    code = getattr(definition, "__code__", None)
    if code is None or any(isinstance(c, CodeType) for c in code.co_consts):
        return False
    return code.co_names in (("refused",), ("refuse",))


def _title(module):
    """The first sentence of a file's docstring, as the name of a family."""
    text = Path(sys.modules[module].__file__).read_text()
    doc = ast.get_docstring(ast.parse(text)) or module
    first = " ".join(doc.split("\n\n")[0].split())
    return first[0].lower() + first[1:].rstrip(".")


def _with_rules():
    """The full names of the functions whose calls stay in the text."""
    known = {rule.name for rule in all_rules()}
    return {
        word.replace("np.", "numpy.")
        for word, names in spellings().items()
        if any(name in known for name, _ in names)
    }


def _of_complex():
    """The full names of the functions that say that they are right for such."""
    rules = [rule for rule in all_rules() if rule.is_holomorphic or rule.has_complex]
    calls = [getattr(rule.pattern, "func", None) for rule in rules]
    known = {getattr(call, "id", None) for call in calls}
    ruled = {
        word.replace("np.", "numpy.")
        for word, names in spellings().items()
        if not word.startswith("math.") and any(name in known for name, _ in names)
    }
    defined = {name for name, found in DEFINITIONS.items() if takes_complex(found)}
    own = ("list.", "itertools._")
    return ruled | {name for name in defined if not name.startswith(own)}


def _listed(names):
    """Names as the README writes them, those of one library together."""
    groups = {}
    for name in names:
        library, _, word = name.rpartition(".")
        groups.setdefault(library, []).append(word)
    shown = []
    for library in sorted(groups, key=_place):
        words = " ".join(sorted(groups[library]))
        shown.append(f"{_PREFIXES.get(library, library + ': ')}`{words}`")
    return "; ".join(shown)


_PREFIXES = {
    "numpy": "np: ",
    "math": "math: ",
    "": "builtins: ",
    "ndarray": "methods: ",
}


def _place(library):
    order = ["numpy", "ndarray", "math", ""]
    return (order.index(library) if library in order else len(order), library)


if __name__ == "__main__":
    print(table())
