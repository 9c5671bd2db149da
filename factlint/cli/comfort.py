"""Options for the person at the screen: how much is said, in which colours, and whether again at every change."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.app.session import Session
    from factlint.findings.result import Result


@plain
class Comfort:
    """What was asked for; ``color`` is auto, always or never."""

    quiet: bool = False
    verbose: bool = False
    color: str = "auto"

    @classmethod
    def taken(cls, options: dict[str, Any]) -> Comfort:
        """From the options of a command line, which has them no more afterwards."""
        comfort = cls(options.pop("quiet"), options.pop("verbose"), options.pop("color"))
        if comfort.quiet and comfort.verbose:
            raise click.UsageError("--quiet and --verbose are opposites: give one")
        return comfort

    @contextlib.contextmanager
    def observed(self, session: Session) -> Iterator[Session]:
        """The session, and someone who tells how far its runs are."""
        from factlint.cli.progress import Progress

        progress = Progress(quiet=self.quiet, timed=self.verbose)
        if self.verbose:
            _tell(_begun(session))
        try:
            yield replace(session, observer=progress)
        finally:
            progress.close()

    def told(self, result: Result) -> None:
        """What else there is to say of a run, if that was asked for."""
        if self.verbose:
            _tell(_read(result))


def comfort_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--quiet``, ``--verbose``, ``--color``: what ``Comfort.taken`` takes."""
    options = (
        click.option("-q", "--quiet", is_flag=True, help="Show only the findings that fail the run, and the verdict."),
        click.option(
            "-v", "--verbose", is_flag=True, help="Say on standard error what was read, and what took how long."
        ),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            help="Colours: on a terminal (auto, the default; NO_COLOR and FORCE_COLOR count), always, never.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _tell(lines: Sequence[str]) -> None:
    from factlint.text.visible import visible

    sys.stderr.writelines(visible(line) + "\n" for line in lines)
    sys.stderr.flush()


def _begun(session: Session) -> list[str]:
    """Where the settings and the rules are from."""
    from factlint.findings.wording import counted

    packs = ", ".join(name for _, name in session.packs)
    running = f"{len(session.rules):,} of {counted(len(session.ruleset.rules), 'rule')}"
    return [f"settings: {session.configured.path or 'none, the defaults hold'}", f"rules: {running}, from {packs}"]


def _read(result: Result) -> list[str]:
    """Each article, and which of them tell one story."""
    from factlint.findings.wording import title

    lines = [
        f"{'evidence' if one.reference else 'not checked' if one.unchecked else 'checked'}: {title(*one.key)}"
        for one in result.articles
    ]
    for name, keys in result.stories:
        if len(keys) > 1:
            lines.append(f"story {name}: {', '.join(title(*key) for key in keys)}")
    return lines
