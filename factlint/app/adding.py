"""Put a name, its wrong forms, or two names that are not one into the desk's own knowledge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factlint.app.desk_files import desk_files
from factlint.app.naming import COMMAND_LINE, clean, refused, right_form, surname_of, without_suffix
from factlint.config.files import shown_path
from factlint.knowledge import editing
from factlint.knowledge.around import around
from factlint.knowledge.excerpt import excerpt, line_of
from factlint.knowledge.load import load as load_knowledge
from factlint.knowledge.people import key_of
from factlint.text.editing import UnsafeEditError
from factlint.text.forms import comparable
from factlint.text.marked import read_marked
from factlint.text.problem import Problem, ProblemError
from factlint.text.quoting import shell_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factlint.app.desk_files import DeskFiles
    from factlint.app.session import Session
    from factlint.knowledge import Knowledge
    from factlint.knowledge.load import Loaded
    from factlint.knowledge.people import Person
    from factlint.knowledge.places import Place
    from factlint.ruleset.load import RuleFile

T = TypeVar("T")


class Wish(NamedTuple):
    """What the desk says: a name (of a place?) with forms that are wrong, and pairs of names that are not one."""

    name: str | None = None
    wrong: tuple[str, ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    place: bool = False


class Line(NamedTuple):
    """A line that was written: the file as it is shown, the line, and the words that are new there."""

    path: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Added:
    """What was written where, what follows from it, what was there already, and what else the user should know.

    ``found`` pairs wrong forms with the right ones, ``silent`` are right forms, ``apart`` names that are told apart.
    """

    written: tuple[Line, ...] = ()
    found: tuple[tuple[str, str], ...] = ()
    silent: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    already: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def add(session: Session, wish: Wish, desk_file: str | None = None) -> Added:
    """Do what a wish says. Raises ProblemError, with nothing written, where it cannot or should not be done."""
    if session.configured.problems:
        raise ProblemError(*session.configured.problems)
    wish = _cleaned(wish)
    files = desk_files(session, desk_file)
    adding = _Adding(files, session.knowledge)
    adding.run(wish)
    if not adding.written:
        return Added(already=tuple(adding.already))
    before, after = adding.effects(wish)
    earlier = {problem.message for problem in (*session.problems, *before.problems)}
    faults = [problem for problem in after.problems if problem.message not in earlier]
    if faults:
        raise ProblemError(*(_kindly(fault, wish, adding) for fault in faults))
    done = _account(wish, adding, before.knowledge, after.knowledge)
    files.write()
    return replace(done, remarks=(*done.remarks, *_still_listed(session, adding.right)))


def _cleaned(wish: Wish) -> Wish:
    wrong = tuple(dict.fromkeys(map(clean, wish.wrong)))
    pairs = tuple((clean(one), clean(other)) for one, other in wish.different)
    return Wish(clean(wish.name) if wish.name is not None else None, wrong, pairs, wish.place)


def _account(wish: Wish, adding: _Adding, before: Knowledge, after: Knowledge) -> Added:
    earlier, later = _spelled(before), _spelled(after)
    gone = [pair for pair in earlier if pair not in later and pair[0] not in wish.wrong]
    kept = [pair for pair in gone if adding.comes_later(pair[0])]
    if kept:
        raise ProblemError(*(_in_a_later_file(wrong, right, adding) for wrong, right in kept))
    return Added(
        written=tuple(adding.lines()),
        found=tuple(pair for pair in later if pair not in earlier),
        silent=tuple(dict.fromkeys(adding.right)),
        apart=wish.different,
        already=tuple(adding.already),
        remarks=(*(f"{wrong} is no longer a wrong form of {right}" for wrong, right in gone), *adding.files.remarks),
    )


def _spelled(knowledge: Knowledge) -> dict[tuple[str, str], None]:
    """The wrong forms, each with the right one that is preferred."""
    return {(row.wrong, row.right): None for row in knowledge.rows("spelling") if row.form is None}


def _in_a_later_file(wrong: str, right: str, adding: _Adding) -> Problem:
    """The fault of a wrong form that a file lists which is read after the one that would take it back."""
    message = f"nothing was written, as {wrong} is listed as a wrong form of {right}{adding.where(wrong)}"
    return Problem(COMMAND_LINE, message, "that file is read later and would win: take it out there first")


def _still_listed(session: Session, right: Iterable[str]) -> Iterator[str]:
    """What rules say of the names; a knowledge file cannot take that back."""
    forms = set(map(comparable, right))
    for rule in session.ruleset.rules:
        listed = [row.wrong for row in rule.rows if comparable(row.wrong) in forms]
        yield from (
            f"the rule {rule.id} lists {form} as wrong: take it out in {rule.path}:{rule.line}" for form in listed
        )


def _kindly(fault: Problem, wish: Wish, adding: _Adding) -> Problem:
    """A fault that the new entry would bring, in the words of somebody who typed one line."""
    form = next((form for form in wish.wrong if fault.message.startswith(f"“{form}”")), None)
    if form is not None and wish.name is not None:
        apart = f"factlint add --different {shell_word(form)} {shell_word(wish.name)}"
        message = f"{fault.message}, so it cannot be listed as wrong"
        return Problem(COMMAND_LINE, message, f"nothing was written; if these are two people: {apart}")
    message = f"nothing was written, as then {fault.message}"
    return Problem(fault.path, message, f"it stands in {adding.line(fault)}: take it out there first")


class _Change(NamedTuple):
    """What of a file was changed: its path, and a part that is a knowledge file by itself, before and after."""

    path: str
    before: str
    after: str


class _Adding:
    """Brings one wish into the texts of the desk's files."""

    def __init__(self, files: DeskFiles, knowledge: Knowledge) -> None:
        self.files = files
        self.knowledge = knowledge
        self.already: list[str] = []
        self.right: list[str] = []
        self.written: list[tuple[str, str, str]] = []
        self._changes: list[_Change] = []
        self._dropped: set[tuple[str, str]] = set()

    def run(self, wish: Wish) -> None:
        """Change the texts, in memory."""
        for one, other in wish.different:
            self._tell_apart(one, other)
        if wish.name is not None:
            section = "places" if wish.place else "people"
            for form in wish.wrong:
                self._take_back(section, form)
            (self._place if wish.place else self._person)(wish.name, wish.wrong)

    def effects(self, wish: Wish) -> tuple[Loaded, Loaded]:
        """What the changed parts come to before and after, with all that they could touch."""
        names = (wish.name or "", *wish.wrong, *self.right, *(name for pair in wish.different for name in pair))
        rows = around(self.knowledge, [name for name in names if name])
        before = load_knowledge([(change.path, change.before) for change in self._changes], rows)
        left = {kind: [row for row in found if (kind, row.key) not in self._dropped] for kind, found in rows.items()}
        return before, load_knowledge([(change.path, change.after) for change in self._changes], left)

    def lines(self) -> Iterator[Line]:
        """What was written, each at the line where it stands now."""
        for path, word, words in self.written:
            yield Line(self._seen(path), line_of(self.files.text(path), word), words)

    def _tell_apart(self, one: str, other: str) -> None:
        wanted = {comparable(one), comparable(other)}
        if len(wanted) == 1:
            raise refused(
                f"“{one}” and “{other}” count as one form", "capitals and the marks at the edges are not compared"
            )
        if self._are_apart(one, other):
            self.already.append(f"{one} and {other} are told apart already")
            return
        listed = (row for form in wanted for row in self.knowledge.found("spelling", "wrong", form))
        for row in listed:
            if {comparable(row.wrong), comparable(row.right)} == wanted:
                message = f"“{row.wrong}” is listed as a wrong form of {row.right}{self.where(row.wrong)}"
                raise refused(message, f"if it is a name of its own: factlint add {shell_word(row.wrong)}")
        self._change(
            self.files.home, "different", None, other, f"{one}, {other}",
            lambda text: editing.with_difference(text, one, other),
        )  # fmt: skip

    def _are_apart(self, one: str, other: str) -> bool:
        rows = self.knowledge.found("difference", "one", comparable(one))
        return any(comparable(row.other) == comparable(other) for row in rows)

    def _person(self, name: str, wrong: Sequence[str]) -> None:
        plain = without_suffix(name)
        known = _only(row for row in self._people_called(name) if comparable(name) in _full_forms(row))
        surname = known.surname if known else surname_of(plain)
        pairs = ((right, form) for right, forms in (known.wrong if known else ()) for form in forms)
        listed = {(comparable(right), comparable(form)) for right, form in pairs}
        forms = [(right_form(plain, surname, form), form) for form in wrong]
        new = [(right, form) for right, form in forms if (comparable(right), comparable(form)) not in listed]
        for right, form in new:
            self._refuse_told_apart(right, form)
        self._know(name, known is not None, wrong, [form for pair in forms if pair not in new for form in pair[1:]])
        if known is None:
            self.right += [name, *([plain] if plain != name else []), surname]
        if new or not known:
            entry = known.name if known else plain
            accepted = [name] if plain != name and not known else []
            own = surname if known is None and " " in surname else ""
            self._enter(
                "people", entry, new[-1][1] if known else entry,
                ", ".join([*([] if known else [name]), *(f"{form} (wrong)" for _, form in new)]),
                lambda text: editing.with_person(text, entry, new, own, accepted),
            )  # fmt: skip

    def _refuse_told_apart(self, right: str, form: str) -> None:
        if self._are_apart(right, form):
            message = f"{right} and {form} are told apart as two names{self.where(form)}"
            raise refused(message, "take that out first, if it is one name after all")

    def _place(self, name: str, wrong: Sequence[str]) -> None:
        places: Iterable[Place] = self.knowledge.found("place", "right", comparable(name))
        known = _only(row for row in places if comparable(name) in map(comparable, (row.name, *row.also)))
        listed = set(map(comparable, known.other)) if known else set()
        new = [form for form in wrong if comparable(form) not in listed]
        self._know(name, known is not None, wrong, [form for form in wrong if form not in new])
        if known is None:
            self.right.append(name)
            self._take_out_of_others(name)
        if new or not known:
            entry = known.name if known else name
            words = ", ".join([*([] if known else [name]), *(f"{form} (not our style)" for form in new)])
            self._enter(
                "places", entry, new[-1] if known else name, words,
                lambda text: editing.with_place(text, entry, new),
            )  # fmt: skip

    def _people_called(self, name: str) -> Iterable[Person]:
        """Who has this form of a name, each once."""
        looked_up = (self.knowledge.found("person", lookup, comparable(name)) for lookup in ("name", "accepted"))
        return dict.fromkeys(person for found in looked_up for person in found)

    def _know(self, name: str, known: bool, wrong: Sequence[str], listed: Sequence[str]) -> None:
        """Say what needs no entry."""
        if known and not wrong:
            self.already.append(f"{name} is known{self.where(name)}")
        self.already += [f"{form} is listed as wrong{self.where(form)}" for form in listed]

    # -- what the desk has said before and says otherwise now

    def _take_back(self, section: str, name: str) -> None:
        """Take out an entry of the desk that says no more than that a name is right."""
        for file in self.files.own():
            if _has(file, section, name):
                self._rewrite(file.shown, section, name, lambda text: editing.without_bare(text, section, name))
                self._dropped |= {(kind, key_of(name)) for kind in ("person", "place")}

    def _take_out_of_others(self, name: str) -> None:
        """Take a place out of the forms that the desk does not use for another."""
        for row in self.knowledge.found("spelling", "wrong", comparable(name)):
            for place in self.knowledge.found("place", "key", row.entity or ""):
                for file in self.files.own():
                    if _has(file, "places", place.name):
                        change = partial(editing.without_other, name=place.name, form=name)
                        self._rewrite(file.shown, "places", place.name, change)

    # -- where it stands, and where it is written

    def _enter(self, section: str, name: str, word: str, words: str, change: Callable[[str], str]) -> None:
        """Change the desk's file that has an entry of this name, else add to the one for new entries."""
        own = (file.shown for file in self.files.own() if _has(file, section, name))
        home = next(own, None)
        self._change(home or self.files.home, section, name if home else None, word, words, change)

    def _change(
        self, path: str, section: str, name: str | None, word: str, words: str, change: Callable[[str], str]
    ) -> None:
        if self._rewrite(path, section, name, change):
            self.written.append((path, word, words))
        else:
            self.already.append(f"{words} is in {self._seen(path)} already")

    def _rewrite(self, path: str, section: str, name: str | None, change: Callable[[str], str | None]) -> bool:
        """Change a part of a file; whether that makes a difference."""
        part = excerpt(self.files.text(path), section, name)
        try:
            changed = change(part.text)
            whole = part.around(changed) if changed is not None else ""
        except UnsafeEditError as error:
            problems = read_marked(path, part.text)[0].problems
            hint = "nothing was written; add it by hand, or name another file with --desk-file"
            fault = Problem(path, f"this file cannot be changed safely: {error}", hint)
            raise ProblemError(*(problems or [fault])) from None
        if changed is None or changed == part.text:
            return False
        self._changes.append(_Change(path, part.text, changed))
        self.files.change(path, whole)
        return True

    def where(self, form: str) -> str:
        """`` (desk/knowledge/names.yaml:3)``: the last place in the files where a form stands."""
        file = self._last_with(form)
        return f" ({self._seen(file.shown)}:{line_of(file.text, form)})" if file is not None else ""

    def comes_later(self, form: str) -> bool:
        """Whether the last file in which a form stands is read after those that are changed."""
        file = self._last_with(form)
        order = [one.shown for one in self.files.files]
        return file is not None and order.index(file.shown) > max(order.index(change.path) for change in self._changes)

    def line(self, fault: Problem) -> str:
        """Where a fault is, as people say it."""
        words = fault.message.partition("“")[2].partition("”")[0]
        return f"line {line_of(self.files.text(fault.path), words) or fault.line}"

    def _last_with(self, form: str) -> RuleFile | None:
        found = (file for file in reversed(self.files.files) if form in file.text and line_of(file.text, form))
        return next(found, None)

    def _seen(self, path: str) -> str:
        """A path as it is nearest to the user."""
        return path if path.startswith("rules/") else shown_path(self.files.cwd / path, self.files.cwd)


def _has(file: RuleFile, section: str, name: str) -> bool:
    try:
        # A list of a hundred thousand names is not read for a name that is nowhere in it.
        return name in file.text and editing.has_entry(excerpt(file.text, section, name).text, section, name)
    except UnsafeEditError:
        return False


def _full_forms(person: Person) -> set[str]:
    return {comparable(form) for form in (person.name, *person.accepted) if " " in form or form == person.name}


def _only(rows: Iterable[T]) -> T | None:
    found = list(rows)
    return found[0] if len(found) == 1 else None
