"""gast makes its node classes when it is imported: to a type checker, anything."""

from typing import Any

def __getattr__(name: str) -> Any: ...
