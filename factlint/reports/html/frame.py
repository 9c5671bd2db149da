"""A page as a file: style, script and data inline, and a policy that lets the browser load and run nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.reports.json import encoded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HERE = Path(__file__).parent
# In the order in which they need each other; together they are one script.
_SCRIPTS = (
    "dom", "words", "state", "filters", "list", "marks", "slip", "sheet", "story", "overview",
    "dialogs", "live", "keys", "start",
)  # fmt: skip
# Inside a script element only these could end it or begin another.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
_BODY = """<a class="skip" href="#main">Skip to the articles</a>
<div id="page"></div>
<div id="said" class="unseen" role="status" aria-live="polite"></div>
<noscript><p class="plain">This page needs JavaScript to show its findings. The same findings are in the terminal
report: factlint PATHS.</p></noscript>
<script type="application/json" id="data">{data}</script>
<script>{script}</script>"""


def page(data: Mapping[str, Any], connect: str = "'none'") -> str:
    """The review page around its data. ``connect`` is the source that its script may talk to (CSP)."""
    script = _script()
    body = _BODY.format(data=as_data(data), script=script)
    return _page("factlint", body, policy(script, connect))


def printed(title: str, body: str) -> str:
    """A page without a script in the same dress, for sheets to print. ``body`` is HTML; who makes it has escaped it."""
    return _page(title, f'<main class="printed">{body}</main>', policy("", "'none'"))


def policy(script: str | None = None, connect: str = "'self'") -> str:
    """The content security policy: our own style and script, by their hashes, and nothing else."""
    script = _script() if script is None else script
    return "; ".join((
        "default-src 'none'",
        f"style-src {_hash(_style())}",
        f"script-src {_hash(script)}" if script else "script-src 'none'",
        f"connect-src {connect}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ))  # fmt: skip


def as_data(value: object) -> str:
    """JSON that can stand inside a script element."""
    text = encoded(value)
    for char, written in _UNSAFE.items():
        text = text.replace(char, written)
    return text


def _page(title: str, body: str, rules: str) -> str:
    return _PAGE.format(policy=escape(rules), title=escape(title), style=_style(), body=body)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _style() -> str:
    return _joined("style", ("paper", "frame", "list", "sheet", "story", "overview", "dialogs", "print"), "css")


@cache
def _script() -> str:
    return "\n(() => {\n'use strict';\n" + _joined("script", _SCRIPTS, "js") + "})();\n"


def _joined(folder: str, names: Sequence[str], suffix: str) -> str:
    return "\n" + "\n".join((_HERE / folder / f"{name}.{suffix}").read_text(encoding="utf-8") for name in names)
