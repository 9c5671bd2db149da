"""What the page may send: each action takes apart a JSON object, field by field, and hands it to the desk."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from factlint.app.adding import Wish
from factlint.app.dismissing import Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.review.desk import Desk

    Action = Callable[[Desk, Mapping[str, Any]], str]

_LINE = 500
_TEXT = 1_500_000
# One name in one folder: nothing that leads out of it, nothing hidden.
_FILE = re.compile(r"\w[\w .-]{0,80}\.(?:txt|md)")


class BadRequestError(ValueError):
    """Raised for a request that no page of ours sends, or a field that a person has to mend."""


def _text(sent: Mapping[str, Any], name: str, most: int = _LINE) -> str:
    value = sent.get(name, "")
    if not isinstance(value, str):
        raise BadRequestError(f"{name} must be text")
    if len(value) > most:
        raise BadRequestError(f"{name} is too long: at most {most:,} characters")
    return value


def _key(sent: Mapping[str, Any]) -> str:
    return _text(sent, "key")


def _fix(desk: Desk, sent: Mapping[str, Any]) -> str:
    way = sent.get("way")
    if not isinstance(way, int) or isinstance(way, bool):
        raise BadRequestError("way must be a number")
    return desk.fix(_key(sent), way)


def _dismiss(desk: Desk, sent: Mapping[str, Any]) -> str:
    decision = Decision(_text(sent, "scope"), _text(sent, "reason"), _text(sent, "by").strip(), _day(sent, "until"))
    return desk.dismiss(_key(sent), decision)


def _day(sent: Mapping[str, Any], name: str) -> datetime.date | None:
    written = _text(sent, name).strip()
    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError:
        raise BadRequestError(f"“{written}” is no day: write it as 2026-12-31") from None


def _mark(desk: Desk, sent: Mapping[str, Any]) -> str:
    return desk.mark(_key(sent), sent.get("on") is True, _text(sent, "note"), _text(sent, "by"))


def _add(desk: Desk, sent: Mapping[str, Any]) -> str:
    name, wrong, one, other = (_text(sent, field).strip() for field in ("name", "wrong", "one", "other"))
    if bool(one) != bool(other):
        raise BadRequestError("two names that are not one are given both")
    apart = ((one, other),) if one else ()
    if not name and (wrong or not apart):
        raise BadRequestError("say which name is right")
    return desk.add(Wish(name or None, (wrong,) if wrong else (), apart, place=sent.get("place") is True))


def _paste(desk: Desk, sent: Mapping[str, Any]) -> str:
    name, text = _text(sent, "name").strip(), _text(sent, "text", _TEXT)
    if not _FILE.fullmatch(name):
        raise BadRequestError("a text goes by a plain name that ends in .txt or .md, as interview.txt")
    if not text.strip():
        raise BadRequestError("there is no text: paste it first")
    return desk.paste(name, text)


def _reload(desk: Desk, _sent: Mapping[str, Any]) -> str:
    desk.again()
    return "Read again"


ACTIONS: Mapping[str, Action] = {
    "fix": _fix,
    "undo": lambda desk, _sent: desk.undo(),
    "dismiss": _dismiss,
    "retract": lambda desk, sent: desk.retract(_key(sent)),
    "mark": _mark,
    "add": _add,
    "paste": _paste,
    "save": lambda desk, _sent: desk.save(),
    "forget": lambda desk, _sent: desk.forget(),
    "reload": _reload,
}
