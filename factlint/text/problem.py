"""What is wrong with something that the user gave: a path, a file, a rule, a setting.

A problem is never about what an article says (that is a finding); it makes the exit code 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable


@plain
class Problem:
    """One thing that the user has to mend, and where.

    ``line`` and ``column`` are 1-based; ``source_line`` is the line as it stands in the file and ``length`` the number
    of code points to underline. ``where`` names the part of the file in the user's words (``names/known › find``).
    ``level`` is ``error``, or ``note`` for what need not be mended.
    """

    path: str
    message: str
    hint: str = ""
    line: int | None = None
    column: int | None = None
    source_line: str = ""
    length: int = 1
    where: str = ""
    level: str = "error"

    def render(self) -> str:
        """The problem as a few lines of plain text that is safe to show, with a caret under the place."""
        from factlint.text.visible import visible, visible_lines

        place = ":".join(str(part) for part in (visible(self.path), self.line, self.column) if part is not None)
        lines = [f"{place}: {self.level}: {self.message}" + (f"  [{self.where}]" if self.where else "")]
        if self.line is not None and self.column is not None and self.source_line:
            number = str(self.line)
            blank = " " * len(number)
            indent = "".join("\t" if char == "\t" else " " for char in self.source_line[: self.column - 1])
            lines.append(f"  {number} | {self.source_line}")
            lines.append(f"  {blank} | {indent}{'^' * max(1, self.length)}")
        if self.hint:
            lines.append(f"    = {self.hint}")
        return visible_lines("\n".join(lines))


class ProblemError(Exception):
    """Raised where work cannot go on; carries the problems to show."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.render() for problem in problems))
        self.problems = problems


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or lists what is known when nothing is near; empty when nothing is."""
    import difflib

    choices = sorted(set(known))
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean “{near[0]}”?"
    return f"known: {', '.join(choices)}" if choices else ""
