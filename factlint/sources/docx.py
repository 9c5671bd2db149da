"""Word documents: a paragraph is a line, so a place is a paragraph and an offset in it.

Tracked changes are read as accepted: what was deleted is gone, what was inserted is there. Comments are nobody's copy;
footnotes stand behind the body. The parts of the format are those of ECMA-376, Part 1, section 17.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.article import Article, Metadata, Section
from factlint.sources import Collected, RawFile, Source
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

    from factlint.sources.xml.parse import Node

# A long book has 5 MB of XML; what unpacks to more than this was made to fill the memory.
_LARGEST = 64 * 1024 * 1024
_KINDS = (
    ("heading", "headline"),
    ("title", "headline"),
    ("subtitle", "standfirst"),
    ("caption", "caption"),
    ("intense quote", "pullquote"),
    ("byline", "byline"),
    ("dateline", "dateline"),
    ("standfirst", "standfirst"),
)
# Deleted and moved text, what was drawn a second time for old programs, notes on notes.
_UNREAD = frozenset({"del", "movefrom", "fallback", "instrtext", "deltext", "rpr", "ppr", "sectpr", "rt"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}
_SOFT = "\n"


def read(file: RawFile) -> Collected:
    """One article a file."""
    if not file.data:
        return Collected((Article(file.path, file.id, "", Metadata()),))
    try:
        return Collected((_article(file),))
    except ProblemError as error:
        return Collected((), error.problems)


def _article(file: RawFile) -> Article:
    import io
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as package:
            body = _part(file.path, package, "word/document.xml")
            if body is None:
                raise _refused(file.path, "this is no Word document: it has no text", "save it as .docx")
            writer = _Writer(_styles(_part(file.path, package, "word/styles.xml")))
            writer.write(body)
            notes = _part(file.path, package, "word/footnotes.xml")
            for note in notes.each("footnote") if notes is not None else ():
                # The others are the lines that part notes from text.
                if "type" not in note.attributes:
                    writer.write(note)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        hint = "save it as .docx without a password" if file.data[:4] == b"\xd0\xcf\x11\xe0" else "save it again"
        raise _refused(file.path, f"this is no Word document that can be opened: {error}", hint) from None
    return writer.article(file)


def _part(path: str, package: ZipFile, name: str) -> Node | None:
    """A part of the package; None where there is none. Raises ProblemError where it is too large, or broken."""
    from factlint.sources.xml.parse import parsed

    if name not in package.NameToInfo:
        return None
    with package.open(name) as part:
        data = part.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise _refused(path, f"{name} in it unpacks to more than {_LARGEST >> 20} MB", "it is broken, or meant to harm")
    try:
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(path, f"{name} in it is not in UTF-8", "save it again") from None
    return parsed(f"{path} › {name}", text)


def _styles(part: Node | None) -> dict[str, str]:
    """The section of each style, by its id: ids are in the language of the desk, names are not."""
    found: dict[str, str] = {}
    for style in part.each("style") if part is not None else ():
        name = style.first("name")
        kind = _kind(name.attributes.get("val", "") if name is not None else "")
        if kind:
            found[style.attributes.get("styleid", "")] = kind
    return found


def _kind(name: str) -> str:
    return next((kind for start, kind in _KINDS if name.lower().startswith(start)), "")


def _refused(path: str, message: str, hint: str) -> ProblemError:
    return ProblemError(Problem(path, message, hint))


class _Writer:
    """Collects paragraphs, empty ones too, so that they can be counted."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.paragraphs: list[str] = []
        self.kinds: list[str] = []

    def write(self, node: Node) -> None:
        """Add all paragraphs below an element; one in another (a text box) comes behind it."""
        pending = [node]
        while pending:
            element = pending.pop()
            if element.name == "p" and element is not node:
                self.paragraphs.append("".join(_texts(element)).replace("\r", " ").rstrip())
                self.kinds.append(self._kind(element))
            children = [one for one in element.children if not isinstance(one, tuple) and one.name not in _UNREAD]
            pending += reversed(children)

    def _kind(self, paragraph: Node) -> str:
        properties = next((one for one in paragraph.children if not isinstance(one, tuple) and one.name == "ppr"), None)
        style = properties.first("pstyle") if properties is not None else None
        name = style.attributes.get("val", "") if style is not None else ""
        return self.styles.get(name) or _kind(name)

    def article(self, file: RawFile) -> Article:
        """The article of the paragraphs so far."""
        from factlint.text.offsets import Offsets, Origin

        text = "\n".join(self.paragraphs)
        sections: list[Section] = []
        start = 0
        for words, kind in zip(self.paragraphs, self.kinds, strict=True):
            if kind and words.strip():
                sections.append(Section(kind, start, start + len(words)))
            start += len(words) + 1
        origin = None
        if any(_SOFT in words for words in self.paragraphs):
            # A line break inside a paragraph ends a line of the text and not the paragraph that places count.
            lined = "\n".join(words.replace(_SOFT, " ") for words in self.paragraphs)
            origin = Origin(lined, Offsets((0, len(text)), (0,), (len(text),)))
        return Article(file.path, file.id, text, Metadata(), tuple(sections), origin)


def _texts(paragraph: Node) -> Iterator[str]:
    """The text of a paragraph, that of paragraphs inside it left out."""
    pending = list(reversed(paragraph.children))
    while pending:
        child = pending.pop()
        if isinstance(child, tuple) or child.name in _UNREAD or child.name == "p" or _is_hidden(child):
            continue
        if child.name == "t":
            yield "".join(value for value, _, _ in child.runs())
        elif child.name in _SIGNS:
            yield _SIGNS[child.name] if child.attributes.get("type") not in {"page", "column"} else " "
        else:
            pending += reversed(child.children)


def _is_hidden(run: Node) -> bool:
    """Whether a run of text is formatted not to be seen."""
    if run.name != "r":
        return False
    properties = next((one for one in run.children if not isinstance(one, tuple) and one.name == "rpr"), None)
    return properties is not None and properties.first("vanish") is not None


SOURCE = Source(name="docx", suffixes=(".docx", ".docm"), read=read, written=False)
