from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from readings import article, assert_sound, facts, reading, seed, texts

from factlint.annotations import Reading
from factlint.knowledge.load import load
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.knowledge import Knowledge

KNOWLEDGE = """
people:
  - name: Donald Trump
  - name: Friedrich Merz
  - name: Emmanuel Macron
  - name: Volodymyr Zelenskyy
    accepted: [Volodymyr Zelensky]
  - name: Dmitry Peskov
offices:
  - key: us/president
    nation: [US, U.S.]
    title: President
    terms: [{holder: Donald Trump, since: 2025-01-20}]
outlets:
  - name: Axios
  - {name: The Daily Wire Service, also: [DWS]}
"""


def knowledge() -> Knowledge:
    known, problems, _ = load([("knowledge.yaml", KNOWLEDGE)])
    assert not problems
    return known


def quotes(text: str) -> tuple[Any, ...]:
    return Reading(article(text), knowledge(), Literals([])).layer("quote")


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in reading(text).quoted_spans]


def speakers(found: Iterable[Any]) -> list[str | None]:
    return [quote.speaker for quote in found]


# What stands between quotation marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('He said "yes, of course" at once.', ["yes, of course"], id="straight"),
        pytest.param("He said “yes, of course” at once.", ["yes, of course"], id="curly"),
        pytest.param("He said ''yes, of course'' at once.", ["yes, of course"], id="doubled apostrophes"),
        pytest.param("He said «yes, of course» at once.", ["yes, of course"], id="guillemets"),
        pytest.param("He said « yes, of course » at once.", ["yes, of course"], id="blank inside"),
        pytest.param('He said “yes, of course" at once.', ["yes, of course"], id="mixed kinds"),
        pytest.param("He liked “Ice“ and went.", ["Ice"], id="closing mark turned the wrong way"),
        pytest.param("He liked ”Ice” and went.", ["Ice"], id="opening mark turned the wrong way"),
        pytest.param('("No one," he said)', ["No one,"], id="behind a bracket"),
        pytest.param("“One,” he said, “and two.”", ["One,", "and two."], id="two of them"),
        pytest.param("“She told us “no” again.”", ["She told us “no” again."], id="nested alike"),
        pytest.param("“She told us ‘no’ again.”", ["She told us ‘no’ again."], id="nested single marks"),
        pytest.param('“She told us "no" again.”', ['She told us "no" again.'], id="nested straight marks"),
        pytest.param('It is 6\'2" tall and 5" wide.', [], id="feet and inches"),
        pytest.param('<p id="one">Words</p>', [], id="left-over markup"),
        pytest.param("Nothing “” here “ ” at all.", [], id="empty"),
    ],
)
def test_double_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("TALKS: 'WE'RE ALMOST DONE'", ["WE'RE ALMOST DONE"], id="heading in capitals"),
        pytest.param("‘Real progress’", ["Real progress"], id="whole line"),
        pytest.param("Envoy ‘sure’ of a deal, hopes for ‘more’", ["sure", "more"], id="two of them"),
        pytest.param("A 'workers' charter' passed.", ["workers' charter"], id="plural inside"),
        pytest.param("The leaders' plan and the voters' choice won't change.", [], id="possessives"),
        pytest.param("It's what they've won, isn't it?", [], id="contractions"),
        pytest.param("In the '90s and the ’80s they played rock 'n' roll.", [], id="clipped words"),
        pytest.param("NATO‘s plan and the EU‘s answer", [], id="apostrophe turned the wrong way"),
    ],
)
def test_single_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_fence_of_a_code_block_is_no_mark() -> None:
    text = "Run it:\n\n```\nmake all\n```\n\nShe said: ``It is done.''\n"
    found = Reading(article(text), knowledge(), Literals([]))
    assert [quote.text for quote in found.layer("quote")] == ["It is done."]
    assert not found.layer("stray")


def test_an_unbalanced_mark_takes_nothing_with_it() -> None:
    assert quoted("He said “we are almost there.\nThe talks went on.\nShe said “no” twice.") == ["no"]


def test_an_unbalanced_mark_leaves_the_rest_of_its_paragraph_alone() -> None:
    assert quoted('She called it "a start. Later she said "no" twice.') == ["no"]


def test_a_quotation_of_several_paragraphs_opens_again_in_each() -> None:
    text = "“We began.\n“We went on.\n“We ended,” she said.\nThat was all."
    assert quoted(text) == ["We began.", "We went on.", "We ended,"]


def test_each_paragraph_pairs_its_own_marks() -> None:
    text = "One “two” three.\r\nFour “five” six."
    assert quoted(text) == ["two", "five"]


# Who spoke


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“We agree,” Jane Roe said.", "Jane Roe", "said", id="behind it"),
        pytest.param("“We agree,” said Jane Roe, a lawyer in Oslo.", "Jane Roe", "said", id="verb first"),
        pytest.param("“We agree,” mused Jane Roe.", "Jane Roe", "mused", id="rare verb first"),
        pytest.param("Jane Roe said: “We agree.”", "Jane Roe", "said", id="colon"),
        pytest.param("Jane Roe told reporters on Monday, “We agree.”", "Jane Roe", "told", id="told somebody"),
        pytest.param("Jane Roe told Reuters that they “would agree”.", "Jane Roe", "told", id="hearer"),
        pytest.param("“We agree,” according to Jane Roe.", "Jane Roe", "according", id="according to, behind"),
        pytest.param("According to Jane Roe, it is “a start”.", "Jane Roe", "according", id="according to, before"),
        pytest.param(
            "They want a “package” from the bank and the fund, according to two senior officials.",
            "two senior officials", "according", id="according to, at the far end",
        ),
        pytest.param("It may be “a start” for them all, Jane Roe said.", "Jane Roe", "said", id="at the far end"),
        pytest.param(
            "“We agree,” Jane Roe, who led the talks for a year, told them.", "Jane Roe", "told", id="relative clause"
        ),
        pytest.param(
            "Jane Roe, asked about the truce, said it was “a start”.", "Jane Roe", "said", id="participle clause"
        ),
        pytest.param("“We agree,” Speaker Paul Roe (R-Wis.) said.", "Speaker Paul Roe", "said", id="bracket"),
        pytest.param(
            "The minister said he was late, adding that his driver “is never on time”.",
            "The minister", "adding", id="adding: the speaker, not the nearest name",
        ),
        pytest.param(
            "Jane Roe criticized John Doe for calling it “a farce”.", "John Doe", "calling", id="object of for"
        ),
        pytest.param("“We agree,” Jane Roe, who never backed it, told us.", "Jane Roe", "told", id="who between"),
        pytest.param("“We agree,” Jo Ray, a nurse, tweeted on Monday.", "Jo Ray", "tweeted", id="apposition"),
        pytest.param("“We agree,” said former secretary of state Jane Roe.", "former secretary of state Jane Roe", "said", id="of state"),
        pytest.param("Jane Roe hit back that it was “a farce”.", "Jane Roe", "hit back", id="hit back"),
        pytest.param("It was a “start” of sorts, says Jane Roe.", "Jane Roe", "says", id="far, the other way round"),
        pytest.param("It was a “start”, as Jane Roe put it.", "Jane Roe", "put", id="as she put it"),
        pytest.param("In other words, asked Jane Roe: “Why now?”", "Jane Roe", "asked", id="asked, colon"),
        pytest.param("THE VOTE IS OFF - Jane Roe: “We agree.”", "Jane Roe", None, id="label"),
        pytest.param("Bonn (AFP) – Envoy Jane Roe spoke again, saying the plan is “a start”.", "Envoy Jane Roe", "saying", id="wire"),
        pytest.param("“Is it a start?” asked Jane Roe, smiling.", "Jane Roe", "asked", id="question"),
        pytest.param("‘‘I would use the word ‘old,’’’ said Jane Roe.", "Jane Roe", "said", id="three marks"),
        pytest.param("“We agree.” Jane Roe said late on Monday.", "Jane Roe", "said", id="stop before the speaker"),
        pytest.param("Jane Roe was late but now said it was “a start”.", "Jane Roe", "said", id="elided subject"),
        pytest.param("John Doe, who met her, welcomed what he called the “first” plan.", "John Doe", "called", id="what he"),
        pytest.param("“We agree,” a spokesman for John Doe said.", "a spokesman for John Doe", "said", id="aide"),
        pytest.param("“We agree,” the head of the agency said.", "the head of the agency", "said", id="noun with of"),
        pytest.param("“We agree,” Jane Roe and John Doe said.", "Jane Roe and John Doe", "said", id="two speakers"),
        pytest.param("“We agree,” said Will Roe.", "Will Roe", "said", id="a name that is also a verb"),
        pytest.param("“We agree,” the first official said.", "the first official", "said", id="first official"),
        pytest.param("BERLIN, Dec. 15 — The council called it “a start”.", "The council", "called", id="dateline"),
        pytest.param('"MERZ: We agree."', "MERZ", None, id="transcript"),
        pytest.param("Jane Roe has not said so, but officials say they “will try”.", "officials", "say", id="plural"),
        pytest.param("“We agree to it,” Ray yells while the train leaves.", "Ray", "yells", id="while"),
        pytest.param("Bonn branded the plan a “shameful retreat” from duty.", "Bonn", "branded", id="branded"),
        pytest.param("“We have agreed to all of it.”― Ann Ray", "Ann Ray", None, id="signed behind a bar"),
        pytest.param("He wants to say it is “a start”.", "He", "say", id="a verb behind a pronoun is no noun"),
        pytest.param("They left for calling it “a farce”.", "They", "calling", id="left for calling"),
        pytest.param("She went on to say: “We agree.”", "She", "say", id="went on to say"),
        pytest.param("Jane Roe went on to say it is “a start”.", "Jane Roe", "say", id="a name that went on"),
        pytest.param("The letter then goes on to call it “a farce”.", "The letter", "call", id="what goes on"),
        pytest.param("The mayor meanwhile called it “a farce”.", "The mayor", "called", id="meanwhile"),
        pytest.param("Meanwhile Jane Roe called it “a farce”.", "Jane Roe", "called", id="meanwhile, before"),
        pytest.param("“We agree to it,” said Jane Roe afterwards.", "Jane Roe", "said", id="afterwards"),
        pytest.param("It was denied by Jane Roe, who called it “a farce”.", "Jane Roe", "called", id="denied by, who"),
        pytest.param("They all said it was “a farce”.", "They", "said", id="they all"),
        pytest.param("It fell, says an envoy in Bonn: “We agree.”", "an envoy in Bonn", "says", id="the other way round, colon"),
    ],
)  # fmt: skip
def test_speaker(text: str, speaker: str, cue: str | None) -> None:
    (quote,) = facts("quote", text)
    assert (quote.speaker, quote.cue) == (speaker, cue)
    assert quote.speaker_start == text.index(speaker)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The “shadow fleet” sailed on.", id="term"),
        pytest.param("The plan is a phenomenon called “drift”.", id="a thing's name"),
        pytest.param("It was described as “drift” at once.", id="passive without a speaker"),
        pytest.param("Talks stall if it agrees to the “bridge loan” plan.", id="verb of much else"),
        pytest.param("Roe is proposing a pact, but nothing came of the “hard” part.", id="another clause"),
        pytest.param("“Where are we now?”", id="nobody near"),
        pytest.param("The cuts were “deep,” but Jane Roe said the plan would work.", id="said something else"),
    ],
)
def test_no_speaker_where_the_text_does_not_settle_it(text: str) -> None:
    assert speakers(facts("quote", text)) == [None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He loved “The Long Way Home” then.", id="title"),
        pytest.param("The “Gang of Eight” met.", id="name of a thing"),
        pytest.param("She spoke on the station’s “Morning Hour” on Monday, Jane Roe said.", id="of a station"),
        pytest.param("A ‘soft’ landing is near.", id="held off in single marks"),
        pytest.param("George “Jay” Roe sang.", id="nickname"),
        pytest.param("‘Harbour of the Long Nights’", id="crosshead"),
    ],
)
def test_a_title_or_a_term_is_no_quotation(text: str) -> None:
    assert not facts("quote", text)


def test_words_go_on_behind_the_speaker() -> None:
    text = "“This was our yard,” said Jane Roe, head of a bank in Bonn, “but it is theirs now.” “I think so,” and more."
    assert speakers(facts("quote", text))[:2] == ["Jane Roe", "Jane Roe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We agree,” Jane Roe said. “It took years.”", ["Jane Roe"] * 2, id="goes on"),
        pytest.param("“We agree,” Jane Roe said, “at last.”", ["Jane Roe"] * 2, id="split"),
        pytest.param("“We agree,” Jane Roe said.\n“It took years.”", ["Jane Roe"] * 2, id="next paragraph"),
        pytest.param("“We agree,” Jane Roe said. But “it took years.”", ["Jane Roe"] * 2, id="behind but"),
        pytest.param("The deal is on, Jane Roe said. “It took years.”", ["Jane Roe"], id="behind a report of speech"),
        pytest.param("Jane Roe went on:\n“It took years.”", ["Jane Roe"], id="colon in the paragraph before"),
        pytest.param("“We agree,” Jane Roe said.\n‘Real progress’", ["Jane Roe", None], id="not into a heading"),
        pytest.param(
            "“We agree,” Jane Roe said. Rain fell on the city. “It took years.”",
            ["Jane Roe", None], id="not over other sentences",
        ),
        pytest.param(
            "“We agree,” Jane Roe said.\nRain fell on the city.\n“It took years.”",
            ["Jane Roe", None], id="not over other paragraphs",
        ),
        pytest.param("She said they “talk” and “hope”.", ["She", "She"], id="two fragments of one sentence"),
    ],
)  # fmt: skip
def test_carried_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(facts("quote", text)) == expected


# Who stands behind the words for a speaker


@pytest.mark.parametrize(
    ("words", "anonymous"),
    [
        pytest.param("a senior U.S. official", True, id="official"),
        pytest.param("two sources familiar with the talks", True, id="sources"),
        pytest.param("one European diplomat", True, id="diplomat"),
        pytest.param("a person close to Donald Trump", True, id="person close to"),
        pytest.param("White House official Jane Roe", False, id="official with a name"),
        pytest.param("the report", False, id="document"),
        pytest.param("Friedrich Merz", False, id="name"),
    ],
)
def test_anonymous(words: str, anonymous: bool) -> None:
    (quote,) = quotes(f"“We agree,” {words} said on Monday.")
    assert quote.anonymous is anonymous
    if anonymous:
        assert quote.speaker_entity is None


def test_an_anonymous_speaker_stays_so_as_a_pronoun() -> None:
    found = quotes("“We agree,” the first official said. The work goes on in Lisbon. “It took years,” he concluded.")
    assert [quote.anonymous for quote in found] == [True, True]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        pytest.param("“We agree,” Friedrich Merz said.", "friedrich-merz", id="name"),
        pytest.param("“We agree,” German Chancellor Friedrich Merz said.", "friedrich-merz", id="title and name"),
        pytest.param("“We agree,” a spokesman for Friedrich Merz said.", None, id="spokesman for"),
        pytest.param("“We agree,” Friedrich Merz and Emmanuel Macron said.", None, id="two people"),
        pytest.param("“We agree,” said Jane Roe.", None, id="not known"),
        pytest.param(
            "Friedrich Merz, who hosted them, hailed what he called “a start”.", "friedrich-merz", id="he, one person"
        ),
        pytest.param(
            "Friedrich Merz met Emmanuel Macron in Berlin. “We agree,” he said.", None, id="he, two people"
        ),
        pytest.param(
            "Donald Trump spoke with Volodymyr Zelenskyy. “We agree,” the U.S. president told reporters.",
            "donald-trump", id="the office that one of them held",
        ),
        pytest.param("“We agree,” the U.S. president told reporters.", None, id="office, nobody named"),
        pytest.param(
            "Dmitry Peskov said Russia waits, adding that Donald Trump “is open to peace”.",
            "dmitry-peskov", id="not the one spoken of",
        ),
    ],
)  # fmt: skip
def test_speaker_entity(text: str, entity: str | None) -> None:
    assert quotes(text)[-1].speaker_entity == entity


@pytest.mark.parametrize(
    ("speaker", "who"),
    [
        ("Jane Roe of Oslo", "jane roe"),
        ("Senator Jane Roe of New Mexico", "jane roe"),
        ("Jane Roe from the Harbour Council", "jane roe"),
        ("Jane Roe at Harbour Bank", "jane roe"),
        ("a friend of Jane Roe of Oslo", None),
        ("Jane Roe of Oslo and Bo Ek of Moss", None),
        ("a spokesman for Jane Roe", None),
        ("Holt campaign spokeswoman Jane Roe", "jane roe"),
        ("former Jan Holt adviser Jane Roe", "jane roe"),
        ("Jan Holt’s spokeswoman Jane Roe", "jane roe"),
        ("Jane Roe’s spokesman", None),
    ],
)
def test_what_else_is_said_of_somebody_makes_nobody_else_of_him(speaker: str, who: str | None) -> None:
    [quote] = quotes(f"“We will not open the gate,” {speaker} said.")
    assert quote.who == who


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        pytest.param("“It was unclear when,” Axios said.", ["Axios"], id="known"),
        pytest.param("“It was unclear when,” DWS said.", ["The Daily Wire Service"], id="known by another form"),
        pytest.param("“It was unclear when,” The Harbor Gazette said.", ["Harbor Gazette"], id="by its form"),
        pytest.param("“We agree,” Jane Roe told Axios.", [None], id="hearer"),
        pytest.param(
            "“It was unclear when,” Axios said. Still, the “grand offer” has been “noted” there.",
            ["Axios"] * 3, id="more of its prose",
        ),
    ],
)  # fmt: skip
def test_outlet(text: str, outlets: list[str | None]) -> None:
    found = quotes(text)
    assert [quote.outlet for quote in found] == outlets
    assert all(quote.speaker_entity is None for quote in found)


# What kind of quotation it is


@pytest.mark.parametrize(
    ("text", "kind", "partial", "words"),
    [
        pytest.param("“We agree on it all,” Jane Roe said.", "direct", False, 5, id="sentence"),
        pytest.param("“Why?” Jane Roe asked.", "direct", False, 1, id="short sentence"),
        pytest.param("Jane Roe said they “would have to go home soon”.", "partial", True, 6, id="small start"),
        pytest.param("Jane Roe called it “Article 5-like” at once.", "partial", True, 2, id="few words"),
        pytest.param("The “shadow fleet” sailed on.", "term", True, 2, id="term"),
        pytest.param("TALKS: 'WE'RE ALMOST DONE'", "headline", True, 3, id="heading"),
        pytest.param("“Where are we now, and why?”", "direct", False, 6, id="sentence without a speaker"),
    ],
)
def test_kind(text: str, kind: str, partial: bool, words: int) -> None:
    (quote,) = facts("quote", text)
    assert (quote.kind, quote.partial, quote.words) == (kind, partial, words)


# Properties


@given(texts)
def test_quotes_are_sound_whatever_the_text(text: str) -> None:
    found = assert_sound("quote", text)
    for before, after in itertools.pairwise(found):
        assert before.end < after.start
    for quote in found:
        assert quote.quoted
        assert (quote.speaker is None) == (quote.speaker_start is None)
        assert quote.speaker_start is None or text.startswith(quote.speaker, quote.speaker_start)
        assert quote.speaker is not None or not (quote.cue or quote.anonymous or quote.outlet)
        assert quote.words >= 0


@given(texts)
def test_quoted_spans_lie_in_paragraphs(text: str) -> None:
    article_reading = reading(text)
    for start, end in article_reading.quoted_spans:
        assert any(low <= start < end <= high for low, high in article_reading.paragraphs)


@pytest.mark.parametrize("text", ['"' * 100_000, "“" * 100_000, "'a " * 50_000, 'said, saying "a" ' * 5_000])
def test_long_runs_of_marks_are_read(text: str) -> None:
    assert_sound("quote", text)


def test_the_fields_of_a_quote_can_be_told_apart_from_its_place() -> None:
    (quote,) = quotes("“We agree,” Friedrich Merz said.")
    values = dataclasses.asdict(quote)
    assert values["text"] == "We agree,"
    assert (values["speaker"], values["speaker_entity"], values["cue"]) == ("Friedrich Merz", "friedrich-merz", "said")


# The five real articles


def find(number: str, start: str) -> Any:
    return next(quote for quote in quotes(seed(number)) if quote.text.startswith(start))


@pytest.mark.parametrize(
    ("number", "start", "entity"),
    [
        ("000", "I think we’re closer", "donald-trump"),
        ("001", "I think we’re closer", "donald-trump"),
        ("002", "We're trying", "donald-trump"),
        ("003", "We’re trying", "donald-trump"),
        ("004", "we are closer", "donald-trump"),
        ("000", "thankless", "dmitry-peskov"),
        ("001", "is open to peace", "dmitry-peskov"),
        ("004", "remarkable", "friedrich-merz"),
        ("004", "It is now entirely", "friedrich-merz"),
    ],
)
def test_real_speakers(number: str, start: str, entity: str) -> None:
    assert find(number, start).speaker_entity == entity


@pytest.mark.parametrize(
    ("number", "start"),
    [
        ("000", "NATO-like Article 5"),
        ("000", "those guarantees"),
        ("000", "90%"),
        ("000", "believes he can"),
        ("001", "Those guarantees"),
        ("002", "Those guarantees"),
        ("004", "Those guarantees"),
        ("003", "prosperity"),
    ],
)
def test_real_anonymous_speakers(number: str, start: str) -> None:
    assert find(number, start).anonymous


@pytest.mark.parametrize("start", ["bitter pill", "robust security", "billions", "are wary"])
def test_real_outlet_prose_has_no_person(start: str) -> None:
    quote = find("000", start)
    assert (quote.outlet, quote.speaker_entity) == ("Axios", None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("“We agree,” Jane Roe said. “At last,” Roe added.", ["jane roe"] * 2, id="full name and surname"),
        pytest.param("Jane Roe was there. “We agree,” she said.", ["jane roe"], id="pronoun"),
        pytest.param("The plan is “a start”, the Ostport Gazette said.", ["ostport gazette"], id="outlet"),
        pytest.param("“We agree,” an official said.", [None], id="nobody named"),
        pytest.param(
            "“We agree,” Jane Roe said. Tom Poe said it was time. The rain went on.\n“At last,” he said.",
            ["jane roe", "tom poe"],
            id="pronoun for somebody reported without a quotation",
        ),
        pytest.param(
            "“We agree,” Jane Roe said. The board said it was time. The rain went on.\n“At last,” she said.",
            ["jane roe", None],
            id="no pronoun for a speaker before others",
        ),
    ],
)
def test_who_is_the_same_for_all_words_for_one_speaker(text: str, who: list[str | None]) -> None:
    assert [quote.who for quote in facts("quote", text)] == who


def test_a_pull_quote_is_signed_behind_a_dash() -> None:
    text = "The board met.\n\n“We have lost our patience with this plan.” – Ole Brandt\n\nIt meets again on Monday.\n"
    (quote,) = facts("quote", text)
    assert (quote.section, quote.speaker, quote.cue) == ("pullquote", "Ole Brandt", None)
    assert quote.credit is not None
    assert text[quote.credit.start : quote.credit.end] == "Ole Brandt"


def test_who_is_not_given_has_no_credit() -> None:
    (quote,) = facts("quote", "“Where are we now?”")
    assert quote.credit is None
