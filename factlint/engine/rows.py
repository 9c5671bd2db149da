"""Where rows come from: the facts of one article, those of all articles of a story, and what the desk knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from factlint.engine.components import Components
from factlint.engine.finder import Candidate, Finder
from factlint.engine.layers import Layers, indexed
from factlint.engine.narrowing import Narrowing, filtered
from factlint.engine.sieves import Sieves
from factlint.lang.logic import key_value
from factlint.lang.near import REMEMBERED
from factlint.lang.scope import Row, Scope
from factlint.lang.similar import close
from factlint.lang.types import knowledge_kinds
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factlint.annotations import Reading
    from factlint.article import Card, Story
    from factlint.engine.plan import Join, Plan, Step
    from factlint.engine.sieves import Lead
    from factlint.knowledge import Knowledge


class Known:
    """What the desk knows as rows, with the indexes that plans ask for; shared by all articles of a run."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._indexes: dict[tuple[str, str], dict[Any, list[Row]]] = {}
        self._steps: dict[int, tuple[Step, list[Candidate]]] = {}
        self._finders: dict[int, tuple[Step, Finder]] = {}
        self._near: dict[tuple[str, str, str, int], list[Any]] = {}
        # The step is kept beside what is known by its identity, so that no other one can ever have the same.
        self._asked: dict[tuple[int, str], tuple[Step, list[Candidate] | None]] = {}

    def rows(self, kind: str) -> tuple[Row, ...]:
        """All rows of a kind."""
        if kind not in self._rows:
            self._rows[kind] = tuple(Row(fact, None) for fact in self.knowledge.rows(kind))
        return self._rows[kind]

    def index(self, kind: str, field: str) -> Mapping[Any, Sequence[Row]]:
        """Rows of a kind by the comparable value of a field."""
        if self.knowledge.looks_up(kind, field):
            return LookedUp(self.knowledge, kind, field)
        if (kind, field) not in self._indexes:
            self._indexes[kind, field] = indexed(self.rows(kind), field)
        return self._indexes[kind, field]

    def scope(self, found_in: Mapping[str, int] | None) -> Scope:
        """A scope for expressions that ask no article; ``found_in`` as in Scope."""
        return Scope({}, self.rows, self.index, lambda *_: True, found_in=found_in)

    def candidates(self, step: Step, scope: Scope) -> list[Candidate]:
        """The rows of a step that satisfy its own conditions; the same for every article, so kept."""
        kept = self._steps.get(id(step))
        if kept is None:
            rows = (
                self.index(step.kind, step.constant[0]).get(key_value(step.constant[1]), ())
                if step.constant
                else self.rows(step.kind)
            )
            kept = (step, filtered(rows, step, scope))
            self._steps[id(step)] = kept
        return kept[1]

    def looked_up(self, step: Step, value: Any, fresh: Callable[[], Scope]) -> list[Candidate] | None:
        """The rows that a step's join leads to without a look at all of them; None where there is no such way."""
        if not isinstance(value, str):
            return self._looked_up(step, value, fresh())
        asked = (id(step), value)
        found = self._asked.get(asked)
        if found is None:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            found = self._asked[asked] = (step, self._looked_up(step, value, fresh()))
        return found[1]

    def _looked_up(self, step: Step, value: Any, scope: Scope) -> list[Candidate] | None:
        facts = self._facts(step.kind, step.join, value) if step.join is not None else None
        return None if facts is None else filtered([Row(fact, None) for fact in facts], step, scope)

    def _facts(self, kind: str, join: Join, value: Any) -> Sequence[Any] | None:
        if join.field is None or not self.knowledge.looks_up(kind, join.field):
            return None
        if value is None:
            return ()
        if join.how == "equal":
            return _equal(self.knowledge, kind, join.field, value)
        if join.how == "close" and isinstance(value, str):
            return self._close(kind, join.field, value, join.edits)
        return None

    def _close(self, kind: str, field: str, word: str, edits: int) -> Sequence[Any] | None:
        """The rows whose field is close to a word, by the value of that field."""
        asked = (kind, field, word, edits)
        if asked not in self._near:
            if len(self._near) >= REMEMBERED:
                self._near.clear()
            rows = self.knowledge.near(kind, field, word, edits)
            if rows is None:
                return None
            near = (row for row in rows if close(word, getattr(row, field), edits))
            self._near[asked] = sorted(near, key=lambda row: str(getattr(row, field)))
        return self._near[asked]

    def finder(self, step: Step, candidates: list[Candidate], scope: Scope) -> Finder:
        """The index of a step's rows, kept like them."""
        kept = self._finders.get(id(step))
        if kept is None:
            kept = (step, Finder(step, candidates, scope))
            self._finders[id(step)] = kept
        return kept[1]


class LookedUp(dict[Any, Sequence[Row]]):
    """The rows of a kind by the comparable value of a field, found when they are asked for."""

    def __init__(self, knowledge: Knowledge, kind: str, field: str) -> None:
        super().__init__()
        self._knowledge, self._kind, self._field = knowledge, kind, field

    def get(self, value: Any, default: Any = None) -> Any:
        """The rows with a value; it is never unknown in a field that is looked up."""
        facts = self._knowledge.found(self._kind, self._field, value) if isinstance(value, str) else ()
        return [Row(fact, None) for fact in facts] or default


def _equal(knowledge: Knowledge, kind: str, field: str, value: Any) -> Sequence[Any] | None:
    """The rows whose field equals a text, or one of several; None for any other value."""
    values = value if isinstance(value, tuple) and not isinstance(value, Row) else (value,)
    if not values or not all(isinstance(one, str) for one in values):
        return None
    found = [row for one in values for row in knowledge.found(kind, field, comparable(one))]
    return list({id(row): row for row in found}.values())


class Source(Protocol):
    """What a join needs to run a plan. ``known`` keeps what is the same for every article."""

    known: Known

    def candidates(self, plan: Plan, step: Step) -> list[Candidate]:
        """The rows of one step."""

    def many(self, plan: Plan, step: Step) -> int:
        """How many rows a step has, with those that were left out for they pair with none."""

    def scope(self, plan: Plan) -> Scope:
        """A fresh scope for the plan's expressions."""

    def one_article(self, one: Card, other: Card) -> bool:
        """Whether two cards are of one article, or of versions of one."""


class ArticleRows:
    """The facts of one article. The ``sieves`` that its facts are put to are those of all articles of a run."""

    def __init__(self, reading: Reading, known: Known, sieves: Sieves | None = None) -> None:
        self.reading = reading
        self.known = known
        self.card = reading.card
        self._layers = Layers(reading, known)
        sections = frozenset(["body", *[section.kind for section in reading.sections]])
        self._narrowing = Narrowing(sieves or Sieves(), sections, self._layers)

    def layer(self, kind: str) -> tuple[Row, ...]:
        """All facts of a kind, in any section."""
        return self._layers.rows(kind)

    def candidates(self, plan: Plan, step: Step) -> list[Candidate]:
        """The rows of one step; not to be changed, other rules may have the same."""
        if step.is_knowledge:
            return self.known.candidates(step, self.scope(plan))
        return self._narrowing.candidates(plan, step)

    def many(self, plan: Plan, step: Step) -> int:
        """See Source."""
        return len(self.candidates(plan, step))

    def leads(self) -> list[Lead]:
        """The steps that have facts here, of those without which there is no use in looking further."""
        return self._narrowing.leads()

    def scope(self, plan: Plan) -> Scope:
        """A fresh scope for the plan's expressions."""
        return self._layers.scope(plan)

    def one_article(self, one: Card, other: Card) -> bool:
        """See Source: here all are of one."""
        del one, other
        return True


class StoryRows:
    """The rows that the articles of one story sent: per step of a story rule, and whole kinds for its quantifiers."""

    def __init__(
        self,
        story: Story,
        cards: Mapping[tuple[str, str], Card],
        sent: Mapping[tuple[str, str], list[Candidate]],
        whole: Mapping[str, list[Row]],
        known: Known,
        found_in: Mapping[str, int] | None = None,
        many: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        self.story = story
        self._many = many or {}
        self._found_in = found_in
        self._versions = versions(cards.values())
        self._sent = sent
        self._whole = whole
        self._indexes: dict[tuple[str, str], dict[Any, list[Row]]] = {}
        self.known = known

    def candidates(self, plan: Plan, step: Step) -> list[Candidate]:
        """The rows of one step, from all articles of the story."""
        if step.is_knowledge:
            return self.known.candidates(step, self.scope(plan))
        return self._sent.get((plan.rule.id, step.name), [])

    def many(self, plan: Plan, step: Step) -> int:
        """See Source."""
        return self._many.get((plan.rule.id, step.name)) or len(self.candidates(plan, step))

    def scope(self, plan: Plan) -> Scope:
        """A fresh scope for the plan's expressions."""
        return Scope({}, self._facts, self._index, plan.in_sections, None, self.story, self._found_in)

    def one_article(self, one: Card, other: Card) -> bool:
        """Whether two cards are of one article, or of versions of one, however many lie between them."""
        if one is other or one.key == other.key:
            return True
        if not self._versions:
            return False
        first = self._versions.get(one.id)
        return first is not None and one.id != other.id and first == self._versions.get(other.id)

    def _facts(self, kind: str) -> Sequence[Row]:
        return self.known.rows(kind) if kind in knowledge_kinds() else self._whole.get(kind, [])

    def _index(self, kind: str, field: str) -> Mapping[Any, Sequence[Row]]:
        if kind in knowledge_kinds():
            return self.known.index(kind, field)
        if (kind, field) not in self._indexes:
            self._indexes[kind, field] = indexed(self._facts(kind), field)
        return self._indexes[kind, field]


class Version(Protocol):
    """What tells one version of an article from another: its id, and that of the one before."""

    @property
    def id(self) -> str:
        """Its own id."""

    @property
    def supersedes(self) -> str | None:
        """The id of the earlier version."""


def versions(articles: Iterable[Version]) -> dict[str, str]:
    """The ids of articles that supersede others, and of these, each with one id that stands for all its versions."""
    together = Components[str]()
    for one in articles:
        if one.supersedes is not None:
            together.join(one.id, one.supersedes)
    return together.joined()
