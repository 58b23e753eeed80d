"""The command `s2sad`: show | generate | check."""

import functools
import re
from pathlib import Path

import click
from rich.console import Console

from s2sad.compile.options import STYLES
from s2sad.errors import S2SADError, UsageError
from s2sad.export import BY_ALL, MARK, MODES, Wanted, generate
from s2sad.locate import located
from s2sad.show import print_source


class _Family(click.Group):
    """Shows errors of s2sad's family as one block of text, without a traceback."""

    def invoke(self, ctx):
        try:
            return super().invoke(ctx)
        except S2SADError as error:
            raise click.ClickException(str(error)) from None


_TYPES = (
    'The types of the arguments, such as "f8[:], i8", with n=i8 for a keyword; '
    "else the annotations tell. Flags, strings and None are constants, and an argument "
    "without a type, such as float | None, is what its default is."
)
_options = {
    "wrt": click.option(
        "--wrt",
        help="The names or numbers of the arguments to differentiate by, with commas; "
        "else the first.",
    ),
    "order": click.option(
        "--order",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="How often to differentiate: by gradients first and by the mode last; "
        "Jacobians and Hessians are repeated.",
    ),
    "types": click.option("--types", help=_TYPES),
    "style": click.option(
        "--style",
        type=click.Choice(STYLES),
        default=STYLES[0],
        show_default=True,
        help="How the text works on whole arrays.",
    ),
}


def _with(*names):
    """Several options at once."""
    return lambda command: functools.reduce(
        lambda c, name: _options[name](c), reversed(names), command
    )


def _wrt(text, modes):
    """argnums: one name or number, a tuple of several; else the first argument."""
    if text is None:
        return 0
    for mode in modes:
        if mode in BY_ALL:
            raise UsageError(f"{mode} is by all float arguments, so it takes no wrt")
    words = [word.strip() for word in text.split(",") if word.strip()]
    found = [int(word) if _NUMBER.fullmatch(word) else word for word in words]
    if not found:
        raise UsageError("--wrt names no argument")
    return tuple(found) if len(found) > 1 else found[0]


_NUMBER = re.compile("-?[0-9]+")


@click.group(cls=_Family, context_settings={"help_option_names": ["-h", "--help"]})
def main():
    """Derivatives of numeric Python, written as Python.

    A FUNCTION is written pkg.module:function or path/to/file.py:function.
    """


@main.command()
@click.argument("function")
@click.option("--mode", type=click.Choice(list(MODES)), help="What to write [grad].")
@_with("wrt", "order", "types", "style")
@click.option("--plain", is_flag=True, help="Without colours.")
def show(function, mode, wrt, order, types, style, plain):
    """Print the source of a derivative.

    Branches that s2sad does not support are listed after it, as comments: they raise an
    error when they are reached.
    """
    argnums = _wrt(wrt, [mode])
    wanted = Wanted(located(function), mode, types, argnums, order, style)
    text = wanted.part().written.text + _refused(wanted.refusals())
    if plain:
        click.echo(text, nl=False)
    else:
        print_source(text, Console())


def _refused(refusals):
    """The refused branches as comments."""
    if not refusals:
        return ""
    lines = ["", "", "# Not supported, an error where it is reached:"]
    for refusal in refusals:
        lines += ["#", *(f"# {line}".rstrip() for line in str(refusal).splitlines())]
    return "\n".join(lines) + "\n"


@main.command("generate")
@click.argument("functions", nargs=-1, required=True, metavar="FUNCTION...")
@click.option(
    "--mode",
    "modes",
    type=click.Choice(list(MODES)),
    multiple=True,
    help="What to write of each function [grad]; may be given several times.",
)
@_with("wrt", "order", "style")
@click.option("--types", multiple=True, help=f"{_TYPES} Once, or once a function.")
@click.option("--numba", is_flag=True, help="Have Numba compile the module.")
@click.option("-o", "--output", default="-", help="The module to write [the terminal].")
def generate_command(functions, modes, wrt, order, style, types, numba, output):
    """Write derivatives as a module that runs without s2sad.

    The module needs NumPy only, or NumPy and Numba. Numbers that a function captures
    become default arguments of its derivative; captured arrays become arguments.
    """
    count = len(functions)
    if len(types) not in (0, 1, count):
        raise UsageError(f"--types is given {len(types)} times for {count} functions")
    each = types if len(types) == count else (types or (None,)) * count
    argnums = _wrt(wrt, modes)
    wanted = [
        Wanted(located(words), mode, types_of_one, argnums, order, style)
        for words, types_of_one in zip(functions, each, strict=True)
        for mode in modes or (None,)
    ]
    text = generate(*wanted, numba=numba)
    if output == "-":
        click.echo(text, nl=False)
    else:
        _save(Path(output), text)


def _save(path, text):
    """Write a module, over one that was generated but over no other file."""
    try:
        if path.exists() and MARK not in _beginning(path):
            raise UsageError(f"{path} exists and was not generated by s2sad: it stays")
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        said = error.strerror or type(error).__name__
        raise UsageError(f"{path} can't be written: {said}") from None


def _beginning(path):
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(200)


@main.command(short_help="Say whether a function can be differentiated.")
@click.argument("function")
@_with("types")
@click.option("--plain", is_flag=True, help="Without colours.")
def check(function, types, plain):
    """Say whether a function can be differentiated, forward and in reverse.

    Exits with 1 if it cannot. Branches that are refused where they are reached do not
    forbid it; they are listed.
    """
    found = located(function)
    wanted = [Wanted(found, mode, types) for mode in ("jvp", "vjp")]
    parts = [item.part() for item in wanted]
    words = [f"{name}: {kind}" for name, kind in parts[0].kinds().items()]
    words += [f"{name}={value!r}" for name, value in parts[0].constants().items()]
    kinds = ", ".join(words)
    refusals = {str(r): r for item in wanted for r in item.refusals()}
    console = Console(no_color=plain, highlight=False, soft_wrap=True)
    name = function.rpartition(":")[2]
    console.print(f"{name}({kinds}) can be differentiated", style="green", markup=False)
    if refusals:
        console.print("\nnot supported, an error where it is reached:", style="yellow")
    for text in refusals:
        console.print(f"\n{text}", markup=False)
