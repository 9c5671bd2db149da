"""What came of an article or of a story before is not found again: a runner before another runner."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from factlint.cache import codec
from factlint.cache.database import Database, key_of
from factlint.engine.parcel import Parcel
from factlint.engine.run import key_of as sent_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.article import Article
    from factlint.engine.partners import Memory
    from factlint.engine.run import Engine, Sent, Telling, Told
    from factlint.runner import Runner
    from factlint.text.problem import Problem

_AT_ONCE = 256  # results that are written together


class Remembered:
    """Asks the cache first, and another runner for the rest.

    ``base`` is the hash of all that is the same for every article: rules, knowledge, settings, the program itself.
    """

    def __init__(self, engine: Engine, inner: Runner, base: bytes, database: Database) -> None:
        self._engine = engine
        self._inner = inner
        self._base = base
        self._database = database
        self._keys: dict[tuple[str, str], bytes] = {}

    @property
    def problems(self) -> list[Problem]:
        """See Runner."""
        return self._inner.problems

    def map(self, articles: Sequence[tuple[Article, bool]]) -> Iterator[Sent]:
        """See Runner."""
        self._keys |= {article.key: self._key(article, reference) for article, reference in articles}
        known = self._database.get([self._keys[article.key] for article, _ in articles])
        missing = []
        for article, reference in articles:
            value = known.pop(self._keys[article.key], None)
            if value is None:
                missing.append((article, reference))
            else:
                yield Parcel(*marshal.loads(value))  # noqa: S302 - its checksum is right, and marshal holds no code
        fresh: dict[bytes, bytes] = {}
        try:
            for sent in self._inner.map(missing):
                parcel = sent if isinstance(sent, Parcel) else self._engine.parcel(sent)
                fresh[self._keys[parcel.key]] = marshal.dumps(tuple(parcel))
                if len(fresh) >= _AT_ONCE:
                    self._database.put(fresh)
                    fresh = {}
                yield sent
        finally:
            # What was found before Ctrl-C is not found twice either.
            if fresh:
                self._database.put(fresh)

    def tell(self, stories: Sequence[Telling]) -> Iterator[tuple[int, Told]]:
        """See Runner."""
        keys = [self._story_key(story) for story in stories]
        known = self._database.get(keys)
        yield from ((number, codec.loaded(known[key])) for number, key in enumerate(keys) if key in known)
        missing = [number for number, key in enumerate(keys) if key not in known]
        fresh: dict[bytes, bytes] = {}
        try:
            for place, told in self._inner.tell([stories[number] for number in missing]):
                number = missing[place]
                fresh[keys[number]] = codec.dumped(tuple(map(tuple, told)))
                yield number, told
        finally:
            if fresh:
                self._database.put(fresh)

    @property
    def memory(self) -> Memory:
        """See Runner."""
        return self

    def recall(self, name: str) -> bytes | None:
        """See Memory."""
        key = self._named(name)
        return self._database.get([key]).get(key)

    def keep(self, name: str, value: bytes) -> None:
        """See Memory."""
        self._database.put({self._named(name): value})

    def close(self) -> None:
        """See Runner."""
        self._inner.close()
        self._database.close()

    def _key(self, article: Article, reference: bool) -> bytes:
        """The hash of all that an article's result comes from."""
        about = (article.path, article.id, article.metadata, article.blocks, reference)
        origin = article.origin
        where = () if origin is None else (origin.text, origin.start, origin.line, *article.lines().parts()[2:])
        parts = (repr(about), repr(where), article.text)
        return key_of([self._base, *(part.encode("utf-8", "surrogatepass") for part in parts)])

    def _named(self, name: str) -> bytes:
        return key_of([self._base, b"memory", name.encode()])

    def _story_key(self, story: Telling) -> bytes:
        joined = () if story.joined is None else [(asked, sorted(values)) for asked, values in story.joined.kept]
        name = repr((story.name, joined)).encode()
        return key_of([self._base, b"story", name, *(self._keys[sent_by(sent)] for sent in story.articles)])
