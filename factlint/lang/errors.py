"""What is wrong with a query or template, at its place in the text."""

from __future__ import annotations


class LangError(Exception):
    """One fault: ``start`` to ``end`` of the text, what is wrong, and what to do about it."""

    def __init__(self, start: int, end: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.message = message
        self.hint = hint
