"""Put a name, its wrong forms, or two names that are not one into the desk's own knowledge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factlint.app.desk_files import desk_files
from factlint.app.naming import COMMAND_LINE, clean, refused, right_form, surname_of, without_suffix
from factlint.config.files import shown_path
from factlint.knowledge import editing
from factlint.knowledge.load import load as load_knowledge
from factlint.text.editing import UnsafeEditError
from factlint.text.forms import comparable
from factlint.text.marked import read_marked, walk
from factlint.text.problem import Problem, ProblemError
from factlint.text.quoting import shell_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factlint.app.desk_files import DeskFiles
    from factlint.app.session import Session
    from factlint.knowledge import Knowledge
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
    after = load_knowledge([(file.shown, file.text) for file in files.files])
    earlier = {(problem.path, problem.message) for problem in session.problems}
    faults = [problem for problem in after.problems if (problem.path, problem.message) not in earlier]
    if faults:
        raise ProblemError(*(_kindly(fault, wish) for fault in faults))
    files.write()
    done = _account(wish, adding, session.knowledge, after.knowledge)
    return replace(done, remarks=(*done.remarks, *_still_listed(session, adding.right)))


def _cleaned(wish: Wish) -> Wish:
    wrong = tuple(dict.fromkeys(map(clean, wish.wrong)))
    pairs = tuple((clean(one), clean(other)) for one, other in wish.different)
    return Wish(clean(wish.name) if wish.name is not None else None, wrong, pairs, wish.place)


def _account(wish: Wish, adding: _Adding, before: Knowledge, after: Knowledge) -> Added:
    # Words that rules list are in no knowledge file.
    lists = {row.list for row in after.rows("spelling")}
    earlier = {(row.wrong, row.right): None for row in before.rows("spelling") if row.list in lists}
    later = {(row.wrong, row.right): None for row in after.rows("spelling")}
    gone = [pair for pair in earlier if pair not in later and pair[0] not in wish.wrong]
    return Added(
        written=tuple(adding.lines()),
        found=tuple(pair for pair in later if pair not in earlier),
        silent=tuple(dict.fromkeys(adding.right)),
        apart=wish.different,
        already=tuple(adding.already),
        remarks=(*(f"{wrong} is no longer a wrong form of {right}" for wrong, right in gone), *adding.files.remarks),
    )


def _still_listed(session: Session, right: Iterable[str]) -> Iterator[str]:
    """What rules say of the names; a knowledge file cannot take that back."""
    forms = set(map(comparable, right))
    for rule in session.ruleset.rules:
        listed = [row.wrong for row in rule.rows if comparable(row.wrong) in forms]
        yield from (
            f"the rule {rule.id} lists {form} as wrong: take it out in {rule.path}:{rule.line}" for form in listed
        )


def _kindly(fault: Problem, wish: Wish) -> Problem:
    """A fault that the new entry would bring, in the words of somebody who typed one line."""
    form = next((form for form in wish.wrong if fault.message.startswith(f"“{form}”")), None)
    if form is not None and wish.name is not None:
        apart = f"factlint add --different {shell_word(form)} {shell_word(wish.name)}"
        message = f"{fault.message}, so it cannot be listed as wrong"
        return Problem(COMMAND_LINE, message, f"nothing was written; if these are two people: {apart}")
    message = f"nothing was written, as then {fault.message}"
    return Problem(fault.path, message, f"it stands in line {fault.line}: take it out there first")


class _Adding:
    """Brings one wish into the texts of the desk's files."""

    def __init__(self, files: DeskFiles, knowledge: Knowledge) -> None:
        self.files = files
        self.knowledge = knowledge
        self.already: list[str] = []
        self.right: list[str] = []
        self.written: list[tuple[str, str, str]] = []

    def run(self, wish: Wish) -> None:
        """Change the texts, in memory."""
        for one, other in wish.different:
            self._tell_apart(one, other)
        if wish.name is not None:
            (self._place if wish.place else self._person)(wish.name, wish.wrong)

    def lines(self) -> Iterator[Line]:
        """What was written, each at the line where it stands now."""
        for path, word, words in self.written:
            yield Line(self._seen(path), _line_of(self.files.text(path), word), words)

    def _tell_apart(self, one: str, other: str) -> None:
        wanted = {comparable(one), comparable(other)}
        if len(wanted) == 1:
            raise refused(
                f"“{one}” and “{other}” count as one form", "capitals and the marks at the edges are not compared"
            )
        if any({comparable(row.one), comparable(row.other)} == wanted for row in self.knowledge.rows("difference")):
            self.already.append(f"{one} and {other} are told apart already")
            return
        for row in self.knowledge.rows("spelling"):
            if {comparable(row.wrong), comparable(row.right)} == wanted:
                message = f"“{row.wrong}” is listed as a wrong form of {row.right}{self._where(row.wrong)}"
                raise refused(message, f"if it is a name of its own: factlint add {shell_word(row.wrong)}")
        self._change(self.files.home, other, f"{one}, {other}", lambda text: editing.with_difference(text, one, other))

    def _person(self, name: str, wrong: Sequence[str]) -> None:
        plain = without_suffix(name)
        known = _only(row for row in self.knowledge.rows("person") if comparable(name) in _full_forms(row))
        surname = known.surname if known else surname_of(plain)
        listed = {(comparable(right), comparable(form)) for right, form in self._listed(known.key if known else "")}
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
            self._change(
                self._home_of("people", entry),
                new[-1][1] if known else entry,
                ", ".join([*([] if known else [name]), *(f"{form} (wrong)" for _, form in new)]),
                lambda text: editing.with_person(text, entry, new, own, accepted),
            )

    def _refuse_told_apart(self, right: str, form: str) -> None:
        for row in self.knowledge.rows("difference"):
            if (comparable(row.one), comparable(row.other)) == (comparable(right), comparable(form)):
                message = f"{right} and {form} are told apart as two names{self._where(form)}"
                raise refused(message, "take that out first, if it is one name after all")

    def _place(self, name: str, wrong: Sequence[str]) -> None:
        places: Iterable[Place] = self.knowledge.rows("place")
        known = _only(row for row in places if comparable(name) in map(comparable, (row.name, *row.also)))
        listed = set(map(comparable, known.other)) if known else set()
        new = [form for form in wrong if comparable(form) not in listed]
        self._know(name, known is not None, wrong, [form for form in wrong if form not in new])
        if known is None:
            self.right.append(name)
        if new or not known:
            entry = known.name if known else name
            words = ", ".join([*([] if known else [name]), *(f"{form} (not our style)" for form in new)])
            home = self._home_of("places", entry)
            self._change(home, new[-1] if known else name, words, lambda text: editing.with_place(text, entry, new))

    def _know(self, name: str, known: bool, wrong: Sequence[str], listed: Sequence[str]) -> None:
        """Say what needs no entry."""
        if known and not wrong:
            self.already.append(f"{name} is known{self._where(name)}")
        self.already += [f"{form} is listed as wrong{self._where(form)}" for form in listed]

    def _listed(self, key: str) -> Iterator[tuple[str, str]]:
        return ((row.right, row.wrong) for row in self.knowledge.index("spelling", "entity").get(key, ()))

    # -- where it stands, and where it is written

    def _home_of(self, section: str, name: str) -> str:
        """The desk's file that has an entry of this name, else the one for new entries."""
        own = (file.shown for file in self.files.own() if _has(file, section, name))
        return next(own, self.files.home)

    def _change(self, path: str, word: str, words: str, change: Callable[[str], str]) -> None:
        text = self.files.text(path)
        try:
            changed = change(text)
        except UnsafeEditError as error:
            problems = read_marked(path, text)[0].problems
            hint = "nothing was written; add it by hand, or name another file with --desk-file"
            fault = Problem(path, f"this file cannot be changed safely: {error}", hint)
            raise ProblemError(*(problems or [fault])) from None
        if changed == text:
            self.already.append(f"{words} is in {self._seen(path)} already")
            return
        self.files.change(path, changed)
        self.written.append((path, word, words))

    def _where(self, form: str) -> str:
        """`` (desk/knowledge/names.yaml:3)``: the last place in the files where a form stands."""
        for file in reversed(self.files.files):
            if form in file.text and (line := _line_of(file.text, form)):
                return f" ({self._seen(file.shown)}:{line})"
        return ""

    def _seen(self, path: str) -> str:
        """A path as it is nearest to the user."""
        return path if path.startswith("rules/") else shown_path(self.files.cwd / path, self.files.cwd)


def _has(file: RuleFile, section: str, name: str) -> bool:
    try:
        # A list of a hundred thousand names is not read for a name that is nowhere in it.
        return name.rsplit(maxsplit=1)[-1] in file.text and editing.has_entry(file.text, section, name)
    except UnsafeEditError:
        return False


def _line_of(text: str, word: str) -> int:
    """The line of the last value (or key) of a YAML text that is this word; 0 if there is none."""
    marked, root = read_marked("", text)
    places = [node.start for node in walk(root) if node.value == word] if root is not None else []
    return marked.lines.position(max(places))[0] if places else 0


def _full_forms(person: Person) -> set[str]:
    return {comparable(form) for form in (person.name, *person.accepted) if " " in form or form == person.name}


def _only(rows: Iterable[T]) -> T | None:
    found = list(rows)
    return found[0] if len(found) == 1 else None
