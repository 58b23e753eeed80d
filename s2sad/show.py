"""Generated source for people to look at: in a terminal, and in a notebook."""

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from rich.console import Console
from rich.syntax import Syntax


def bundle(source, text):
    """What a notebook shows of a derivative: its source, else `text`."""
    shown = {"text/plain": text}
    if source:
        formatter = HtmlFormatter(noclasses=True, nobackground=True)
        shown["text/html"] = highlight(source, PythonLexer(), formatter)
    return shown


def print_source(source, console=None):
    """Print source highlighted; long lines keep their length on a narrow console."""
    console = console or Console()
    text = Syntax("", "python", background_color="default").highlight(source)
    text.rstrip()
    console.print(text, soft_wrap=True)
