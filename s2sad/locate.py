"""From `pkg.module:function` or `path/to/file.py:function` to the function."""

import functools
import importlib
import importlib.util
import sys
from pathlib import Path

from s2sad.errors import UsageError


def located(words):
    """The object that `pkg.module:function` or `path/to/file.py:function` names."""
    where, colon, attributes = words.rpartition(":")
    if not colon or not where or not attributes:
        raise UsageError(
            f"{words!r} names no function: write pkg.module:function or "
            "path/to/file.py:function"
        )
    module = _file(Path(where)) if where.endswith(".py") else _module(where)
    try:
        return functools.reduce(getattr, attributes.split("."), module)
    except AttributeError:
        raise UsageError(f"{where} has no {attributes!r}") from None


def _module(name):
    """An imported module; the current folder is searched too."""
    if "" not in sys.path and str(Path.cwd()) not in sys.path:
        sys.path.insert(0, str(Path.cwd()))
    return _run(name, functools.partial(importlib.import_module, name))


def _file(path):
    """The module in a file, which may import its neighbours."""
    path = path.resolve()
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    for module in list(sys.modules.values()):
        if getattr(module, "__file__", None) == str(path):
            return module
    name = path.stem if path.stem not in sys.modules else f"_s2sad_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader, "a file that ends in .py has a loader"
    module = importlib.util.module_from_spec(spec)
    if str(path.parent) not in sys.path:
        sys.path.insert(0, str(path.parent))
    sys.modules[name] = module
    try:
        _run(str(path), functools.partial(spec.loader.exec_module, module))
    except UsageError:
        del sys.modules[name]
        raise
    return module


def _run(name, load):
    """Load a module; what goes wrong in it is told in one sentence."""
    try:
        return load()
    except SystemExit as error:
        raise UsageError(
            f"{name} cannot be imported: it calls sys.exit({error.code!r})"
        ) from error
    except Exception as error:
        raise UsageError(
            f"{name} cannot be imported: {type(error).__name__}: {error}"
        ) from error
