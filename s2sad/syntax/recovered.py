"""The text of a function that has none, from its bytecode, where it runs straight on.

Packages write small wrappers with `exec`, whose text is gone: `return _wrap(f)(x, a)`.
What is written here is compiled again, and taken only if that gives the same code.
"""

import ast
import dis
import warnings

from s2sad.syntax.current import FUTURE, meaning

# What stays on no stack, or is done by the instruction after it.
_NOTHING = {"RESUME", "NOP", "PRECALL", "PUSH_NULL", "COPY_FREE_VARS", "MAKE_CELL"}
_UNARY = {"UNARY_NEGATIVE": "-", "UNARY_NOT": "not ", "UNARY_INVERT": "~"}
_NAMES = {"LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_GLOBAL", "LOAD_DEREF"}
_ITEMS = {"BUILD_TUPLE": "({},)", "BUILD_LIST": "[{}]"}


def recovered(function):
    """The text of a def that compiles to the code of a function, or None."""
    code = function.__code__
    try:
        lines = _Statements(code).lines
    except (_Unknown, IndexError):
        return None
    for first in ([], [repr(code.co_consts[0])] if code.co_consts else []):
        try:
            tree = ast.parse(_define(function, [*first, *lines]))
        except SyntaxError:
            continue
        text = ast.unparse(tree) + "\n"
        if _is_of(text, code):
            return text
    return None


class _Unknown(Exception):
    """An instruction that is no part of straight lines."""


class _Statements:
    """The statements of a code object, one instruction after the other."""

    def __init__(self, code):
        self.stack, self.lines, self.words = [], [], ()
        self.constants = code.co_consts
        for instruction in dis.get_instructions(code):
            if instruction.opname not in _NOTHING:
                self.take(instruction, instruction.arg, instruction.argval)

    def take(self, instruction, arg, value):
        """One instruction; what is not met here is met by a method of its name."""
        name = instruction.opname
        if name in _NAMES:
            self.stack.append(value)
        elif name == "LOAD_FAST_LOAD_FAST":
            self.stack += value
        elif name in _UNARY:
            self.stack.append(f"({_UNARY[name]}{self.stack.pop()})")
        elif name in _ITEMS:
            items = ", ".join(self.popped(arg))
            self.stack.append(_ITEMS[name].format(items) if arg else "()")
        elif name == "BINARY_OP":
            left, right = self.popped(2)
            self.stack.append(f"({left} {instruction.argrepr} {right})")
        elif hasattr(self, name):
            getattr(self, name)(arg, value)
        else:
            raise _Unknown(name)

    def popped(self, count):
        """The last values, in order."""
        if count > len(self.stack):
            raise _Unknown
        found = self.stack[len(self.stack) - count :]
        del self.stack[len(self.stack) - count :]
        return found

    def LOAD_CONST(self, arg, value):
        self.stack.append(f"({value!r})")

    def LOAD_ATTR(self, arg, value):
        self.stack.append(f"{self.stack.pop()}.{value}")

    LOAD_METHOD = LOAD_ATTR

    def BINARY_SUBSCR(self, arg, value):
        left, right = self.popped(2)
        self.stack.append(f"{left}[{right}]")

    def BUILD_SLICE(self, arg, value):
        self.stack.append(":".join(self.popped(arg)))

    def BINARY_SLICE(self, arg, value):
        array, start, stop = self.popped(3)
        self.stack.append(f"{array}[{start}:{stop}]")

    def COMPARE_OP(self, arg, value):
        left, right = self.popped(2)
        self.stack.append(f"({left} {value} {right})")

    def KW_NAMES(self, arg, value):
        self.words = self.constants[arg]

    def CALL(self, arg, value):
        self.call(arg, self.words)
        self.words = ()

    def CALL_KW(self, arg, value):
        self.call(arg, ast.literal_eval(self.stack.pop()))

    def call(self, count, words):
        """A call; the last of its arguments have these names."""
        given = self.popped(count)
        places = count - len(words)
        named = [f"{word}={item}" for word, item in zip(words, given[places:])]
        items = ", ".join([*given[:places], *named])
        self.stack.append(f"{self.stack.pop()}({items})")

    def STORE_FAST(self, arg, value):
        self.lines.append(f"{value} = {self.stack.pop()}")

    def STORE_FAST_LOAD_FAST(self, arg, value):
        self.STORE_FAST(arg, value[0])
        self.stack.append(value[1])

    def POP_TOP(self, arg, value):
        self.lines.append(self.stack.pop())

    def RETURN_VALUE(self, arg, value):
        self.lines.append(f"return {self.stack.pop()}")

    def RETURN_CONST(self, arg, value):
        self.lines.append(f"return {value!r}")


def _define(function, lines):
    """A def, in a function that has the names that it is to find around it."""
    code = function.__code__
    head = f"def {code.co_name}({', '.join(_parameters(function))}):"
    text = [head, *(f"    {line}" for line in lines)]
    if code.co_freevars:
        bound = " = ".join(code.co_freevars)
        text = ["def around():", f"    {bound} = None", *(f"    {t}" for t in text)]
    return "\n".join(text)


def _parameters(function):
    """The parameters of a function; its defaults are known by their values."""
    code, defaults = function.__code__, function.__defaults__ or ()
    places = list(code.co_varnames[: code.co_argcount])
    plain = len(places) - len(defaults)
    found = places[:plain] + [f"{name}=None" for name in places[plain:]]
    if code.co_posonlyargcount:
        found.insert(code.co_posonlyargcount, "/")
    end = code.co_argcount + code.co_kwonlyargcount
    rest = list(code.co_varnames[end : end + 2])
    if code.co_flags & 4:  # *args
        found.append(f"*{rest.pop(0)}")
    elif code.co_kwonlyargcount:
        found.append("*")
    given = function.__kwdefaults__ or {}
    for name in code.co_varnames[code.co_argcount : end]:
        found.append(f"{name}=None" if name in given else name)
    if code.co_flags & 8:  # **kwargs
        found.append(f"**{rest[0]}")
    return found


def _is_of(text, code):
    """Whether a text compiles to the code of a function."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        flags = code.co_flags & FUTURE
        made = compile(text, code.co_filename, "exec", flags, dont_inherit=True)
    for _ in range(2 if code.co_freevars else 1):
        made = next(item for item in made.co_consts if type(item) is type(code))
    return meaning(made) == meaning(code)
