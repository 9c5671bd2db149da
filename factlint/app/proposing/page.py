"""A proposal as a knowledge file: valid as it stands, with everything beside it that a person needs to judge it.

What could do harm if it were wrong (a wrong form, a form to accept) stands in comments; taking the # away accepts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.app.naming import surname_of
from factlint.findings.wording import counted, title
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.app.proposing.acronyms import Organisation
    from factlint.app.proposing.people import Apart, People, Someone
    from factlint.app.proposing.tally import Example, Form, Span

_TITLES = 3
_VARIANTS = 6


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in an archive of so many articles; ``one_file`` says that all of them are records of one file."""

    articles: int
    words: int
    one_file: bool
    people: People
    organisations: tuple[Organisation, ...]

    def yaml(self, least: int) -> str:
        """The knowledge file; ``least`` is in how many articles a name had to stand."""
        people = self.people
        lines = [*_head(self, least)]
        if people.listed or people.known:
            lines += ["", "people:"]
        for one in people.listed:
            lines += ["", *self._person(one)]
        if people.known:
            lines += ["", "  # Likely misspellings of people who are listed already. Take away the # of a whole entry."]
        for one in people.known:
            lines += ["", f"  # - name: {yaml_word(one.form.name)}", *self._wrong(one, "  #   ")]
        lines += _different(people)
        lines += _organisations(self.organisations)
        lines += self._doubtful()
        return "\n".join(lines) + "\n"

    def _person(self, one: Someone) -> Iterator[str]:
        form = one.form
        years = _from_to(form.uses.first, form.uses.last)
        yield f"  # {'; '.join(part for part in (_counts(form), years, _titles(form)) if part)}"
        yield from (f"  #   {self._place(example)}" for example in form.examples)
        yield f"  - name: {yaml_word(form.name)}"
        if " " in form.surname or surname_of(form.name) != form.surname:
            yield f"    surname: {yaml_word(form.surname)}"
        variants = one.variants[:_VARIANTS]
        for other in variants:
            yield f"    # also written {other.name}: {_counts(other)}: {self._place(other.examples[0])}"
        if variants:
            yield f"    # accepted: [{', '.join(yaml_word(other.name) for other in variants)}]"
        yield from self._wrong(one, "    # ")

    def _wrong(self, one: Someone, lead: str) -> Iterator[str]:
        """The likely misspellings with their places, then the line that lists them."""
        hang = "# " if lead.startswith("  #") else ""
        for _, _, form in one.wrong:
            close = one.form.entity is None and 3 * form.articles > one.form.articles
            doubt = " (or is this the right form?)" if close else ""
            yield f"{lead}{hang}a misspelling? {form.name}{doubt}: {_counts(form)}: {self._place(form.examples[0])}"
        lists: dict[str, list[str]] = {}
        for right, wrong, _ in one.wrong:
            forms = lists.setdefault(yaml_word(right), [])
            forms += [] if yaml_word(wrong) in forms else [yaml_word(wrong)]
        pairs = (f"{right}: [{', '.join(forms)}]" for right, forms in lists.items())
        if lists:
            yield f"{lead}wrong: {{{', '.join(pairs)}}}"

    def _doubtful(self) -> Iterator[str]:
        if self.people.doubtful:
            yield from ("", "# One name in two spellings? It is too rare to tell which is right.")
        for usual, rare in self.people.doubtful:
            yield f"#   {usual.name} ({usual.articles}), {rare.name} ({rare.articles})"
            yield from (f"#     {self._place(form.examples[0])}" for form in (usual, rare))

    def _place(self, example: Example) -> str:
        name = example.id if self.one_file else title(example.path, example.id)
        return f"{name}:{example.line}  {example.words}"


def _head(page: Page, least: int) -> Iterator[str]:
    scope = f"{counted(page.articles, 'article')}, {counted(page.words, 'word')}"
    yield f"# Proposed by factlint from {scope}. Read it before you use it:"
    yield "#   - take out what is no person, or not worth a line;"
    yield "#   - a line “# wrong:” or “# accepted:” counts only once you take its # away;"
    yield "#   - then put the file into the folder knowledge/ of your own rules. Nothing is in force before."
    yield f"# Left out: names in fewer than {counted(least, 'article')}, and what your knowledge has already."


def _counts(form: Form) -> str:
    times = "" if form.uses.count == form.articles else f", {counted(form.uses.count, 'time')}"
    return counted(form.articles, "article") + times


def _titles(form: Form) -> str:
    """The titles that are given more than once, or the only one; a capital at the beginning makes no other title."""
    spelled: dict[str, list[tuple[int, str, Span]]] = {}
    for words, span in form.titles.items():
        spelled.setdefault(words[0].lower() + words[1:], []).append((-span.count, words, span))
    ranked = sorted((sum(count for count, _, _ in forms), min(forms)[1], forms) for forms in spelled.values())
    often = [title for title in ranked if title[0] < -1] or ranked[:1]
    return ", ".join(f"{words} ({-count}{_while(forms)})" for count, words, forms in often[:_TITLES])


def _while(forms: Sequence[tuple[int, str, Span]]) -> str:
    years = [year for _, _, span in forms for year in (span.first, span.last) if year]
    return f", {_from_to(min(years), max(years))}" if years else ""


def _from_to(first: int, last: int) -> str:
    return "" if not first else str(first) if first == last else f"{first} to {last}"


def _different(people: People) -> Iterator[str]:
    sure, open_ = ([one for one in people.apart if one.sure is sure] for sure in (True, False))
    if people.apart:
        yield from (
            "",
            "# Names that are easily taken for each other and are of two people: no check will take them so.",
        )
        yield "different:" if sure else "# different:"
    yield from (f"  - {_apart(one)}" for one in sure)
    if open_:
        yield "  # One person or two? Take away the # where it is two."
    yield from (f"  # - {_apart(one)}" for one in open_)


def _apart(pair: Apart) -> str:
    why = f"both in {counted(pair.together, 'article')}" if pair.together else "both are frequent"
    return f"[{yaml_word(pair.one)}, {yaml_word(pair.other)}]  # {why}"


def _organisations(found: Sequence[Organisation]) -> Iterator[str]:
    clear, open_ = [one for one in found if one.clear], [one for one in found if not one.clear]
    if found:
        yield from ("", "# Names with their acronyms; take out what is no name.")
        yield "organisations:" if clear else "# organisations:"
    for one in clear:
        yield f"  - {_entry(one, 0)}"
    if open_:
        yield "  # Acronyms that stand for more than one name: take away the # of what you mean."
    for one in open_:
        yield from (f"  # - {_entry(one, number)}" for number in range(len(one.meanings[:_VARIANTS])))


def _entry(one: Organisation, number: int) -> str:
    long, meaning = one.meanings[number]
    entry = f"{{name: {yaml_word(long)}, acronym: {yaml_word(one.acronym)}}}"
    return f"{entry}  # {counted(meaning.articles, 'article')}"
