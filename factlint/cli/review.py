"""``factlint review``: the review page, in a browser."""

from __future__ import annotations

from typing import Any

import click

from factlint.cli.options import needs_paths, open_session, paths, session_options


@click.command("review")
@paths
@session_options
@click.option("--no-browser", is_flag=True, help="Print the address of the page, and open no browser.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="PORT", help="Serve at this port, not at any free one."
)
def command(paths: tuple[str, ...], no_browser: bool, port: int, **options: Any) -> None:
    """Read the articles at some PATHs with every finding in its place, in a browser, and decide about each.

    Take a fix, dismiss with a reason, mark for the author, add a name: every decision is saved at once. The page is for
    this machine alone; Ctrl-C ends it.
    """
    from factlint.review.desk import Desk
    from factlint.review.server import ReviewServer
    from factlint.text.problem import Problem, ProblemError

    needs_paths(paths)
    desk = Desk(lambda: open_session(**options), paths)
    try:
        server = ReviewServer(desk, port)
    except OSError as error:
        message = f"port {port} cannot be had: {error.strerror}"
        raise ProblemError(Problem("command line", message, "leave --port out, and a free one is taken")) from None
    with server:
        click.echo(f"Review: {server.url}\nCtrl-C ends it.")
        if not no_browser:
            _open(server.url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Ended; all decisions are saved.")


def _open(url: str) -> None:
    import webbrowser

    if not webbrowser.open(url):
        click.echo("No browser could be opened: open this address yourself.")
