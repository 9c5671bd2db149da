"""Sections and paragraphs: what each line of an article is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import article, assert_sound, reading, seed, texts

from factlint.annotations.sections import find_sections
from factlint.article import SECTION_KINDS, Section

LEAD = "The harbour board voted on Tuesday to close the old ferry pier, empty since the storms of last year, for good."
MORE = (
    "Its chairwoman told reporters that ferries would move to the new terminal, where two wide berths are ready by now."
)
LAST = "Islanders had asked for a delay until summer, because the road to the new terminal is narrow and often blocked."


def kinds(*lines: str, **metadata: str) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    return [(part.kind, text[part.start : part.end]) for part in find_sections(article(text, **metadata))]


def kind_of(line: str, *lines: str, **metadata: str) -> str:
    return next(kind for kind, words in kinds(*lines, **metadata) if words == line)


# -- the top


def test_a_headline_is_a_first_line_without_a_full_stop() -> None:
    assert kinds("Board closes the old pier", LEAD)[0] == ("headline", "Board closes the old pier")


def test_a_first_line_that_is_a_sentence_is_body() -> None:
    assert kinds(LEAD, MORE, LAST)[0][0] == "body"


def test_a_first_line_that_ends_with_initials_is_a_headline() -> None:
    assert kinds("Pier deal is signed in the U.S.", LEAD)[0][0] == "headline"


def test_the_title_of_the_metadata_is_the_headline_whatever_its_stop() -> None:
    assert kinds("Board closes the old pier.", LEAD, title="Board closes the old pier")[0][0] == "headline"


def test_one_line_alone_is_body() -> None:
    assert kinds("Board closes the old pier") == [("body", "Board closes the old pier")]


def test_a_line_below_the_headline_that_has_no_stop_is_the_standfirst() -> None:
    standfirst = "Ferries will move to the new terminal before the summer season starts"
    assert kind_of(standfirst, "Board closes the old pier", standfirst, LEAD) == "standfirst"


def test_a_sentence_before_a_dateline_is_the_standfirst() -> None:
    standfirst = "Ferries will move to the new terminal, but the islanders want more time for the change."
    found = kinds(standfirst, "OSLO — " + LEAD, MORE)
    assert [kind for kind, _ in found] == ["standfirst", "dateline", "body", "body"]


def test_the_first_paragraph_of_a_plain_article_is_no_standfirst() -> None:
    assert kind_of(LEAD, "Board closes the old pier", LEAD, MORE) == "body"


@pytest.mark.parametrize(
    "byline",
    ["By Jane Doe", "By Jane Doe and John Roe", "Jane Doe and John Roe in Oslo", "By Jane Doe, Harbour Correspondent"],
)
def test_a_byline_stands_near_the_top(byline: str) -> None:
    assert kind_of(byline, "Board closes the old pier", byline, LEAD) == "byline"


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO —",
        "OSLO, Norway –",
        "OSLO (AP) —",
        "DES MOINES, Iowa (AP) —",
        "OSLO, Dec. 15 (Reuters) -",
        "OSLO/BERGEN, 15 December (Reuters) -",
        "Oslo (AFP) –",
        "OSLO:",
        "OSLO --",
    ],
)
def test_a_dateline_is_a_section_of_its_own(dateline: str) -> None:
    assert kinds("Board closes the old pier", f"{dateline} {LEAD}")[1:] == [("dateline", dateline), ("body", LEAD)]


@pytest.mark.parametrize(
    "line", ["RAMOS: Did you ever say so to the board, or to anyone?", "NG: " + LEAD, "Note: " + LEAD]
)
def test_the_label_of_a_speaker_is_no_dateline(line: str) -> None:
    assert "dateline" not in [kind for kind, _ in kinds("Board closes the old pier", LEAD, line, MORE)]


def test_a_full_date_alone_below_the_headline_is_a_dateline() -> None:
    assert (
        kind_of("Friday, January 4, 2019", "Board closes the old pier", "Friday, January 4, 2019", LEAD) == "dateline"
    )


def test_a_date_without_a_year_is_the_day_of_an_event() -> None:
    assert kind_of("Saturday, 26 February", "Oslo v Bergen", "Saturday, 26 February", LEAD) != "dateline"


# -- inside


@pytest.mark.parametrize("head", ["A narrow road", "‘Not ready’", "ISLANDERS WANT MORE TIME", "What the board said"])
def test_a_short_line_between_paragraphs_is_a_sub_head(head: str) -> None:
    assert kind_of(head, "Board closes the old pier", LEAD, head, MORE) == "headline"


def test_a_question_is_a_sub_head_only_among_sub_heads() -> None:
    lines = ["Board closes the old pier", LEAD, "What next?", MORE]
    assert kind_of("What next?", *lines) == "body"
    assert kind_of("What next?", *lines, "A narrow road", LAST) == "headline"


@pytest.mark.parametrize(
    "line", ["“Why now?", "Q: Why did you vote for it", "- One more berth", "He said:", "and the road"]
)
def test_pieces_of_text_are_no_sub_heads(line: str) -> None:
    assert kind_of(line, "Board closes the old pier", LEAD, line, MORE) == "body"


@pytest.mark.parametrize(
    "caption",
    [
        "The old pier at dusk, Dec. 15, 2025. - REUTERS",
        "The board's chairwoman at the terminal on Monday. (AP Photo/Jane Doe)",
        "The new terminal. Photo: Jane Doe",
        "FILE - The old pier in the winter of 2020.",
        "Jane Doe / Getty Images",
        "Board members at the terminal in Oslo, December 15, 2025. REUTERS/Jane Doe",
        "Board members at the terminal in Oslo, December 15, 2025. REUTERS/Jane Doe/File",
        "Board members at the terminal. (Photo by Jane Doe/AFP)",
        "Board members at the terminal. Jane Doe/AFP via Getty Images",
        "Board members at the terminal. Pool via REUTERS",
        "Board members at the terminal on Monday | Jane Doe/Getty Images",
        "Board members at the terminal on Monday [Jane Doe/Reuters]",
        "Board members at the terminal – AFP.",
        "Board members at the terminal Picture: Jane Doe",
        "Board members pose for a picture, left to right, Doe, Roe and Poe",
    ],
)
def test_captions_show_by_their_credit_or_their_words(caption: str) -> None:
    assert kind_of(caption, "Board closes the old pier", LEAD, caption, MORE) == "caption"


@pytest.mark.parametrize("heading", ["AI Brief", "Key points", "At a glance", "Summary:", "What we know"])
def test_a_heading_and_its_bullets_are_a_summary(heading: str) -> None:
    found = kinds("Board closes the old pier", LEAD, heading, "- The pier closes.", "- Ferries move.", MORE)
    assert [kind for kind, _ in found] == ["headline", "body", "summary", "summary", "summary", "body"]


def test_a_heading_above_a_paragraph_is_no_summary() -> None:
    assert kind_of("What we know", "Board closes the old pier", LEAD, "What we know", MORE) == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: The pier was built in 1911.",
        "Clarification — the vote was on Tuesday.",
        "This article was amended on 4 May to give the year of the storm.",
        "An earlier version of this article named the wrong pier.",
    ],
)
def test_corrections_are_told_by_their_first_words(line: str) -> None:
    assert kind_of(line, "Board closes the old pier", LEAD, MORE, line) == "correction"


def test_a_heading_of_corrections_speaks_for_the_line_below_it() -> None:
    assert kind_of(MORE, "Board closes the old pier", LEAD, "CORRECTION:", MORE) == "correction"


# -- boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our free newsletters",
        "Subscribe to the Harbour Digest today.",
        "The best of the coast, delivered directly to your inbox.",
        "Read more: The storm that emptied the pier",
        "Must-Watch Video",
        "Stay updated with our news",
        "Follow us on:",
        "Follow Jane Doe on Twitter @janedoe.",
        "Ask us anything",
        "Explore related questions",
        "Jane Doe and John Roe contributed reporting.",
        "Jane Doe contributed to this report from Bergen.",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "© 2025 The Harbour Digest",
        "All rights reserved.",
        "Copyright2025 by The Harbour Digest",
        "• MUST WATCH: the storm",
        "Mustread: the storm",
        "E-mail this",
        "Email us",
        "Comments (12)",
        "Tags: ferries",
        "The Associated Press contributed",
        "Straight to Your inbox",
        "Share this article",
        "Jane Doe is a reporter at the Harbour Digest.",
        "Jane Doe",
    ],
)
def test_the_last_line_is_boilerplate_by_its_words(line: str) -> None:
    found = kinds("Board closes the old pier", LEAD, MORE, LAST, line)
    assert found[-1] == ("boilerplate", line)
    assert "boilerplate" not in [kind for kind, _ in found[:-1]]


def test_what_follows_the_end_of_an_article_is_boilerplate() -> None:
    after = [
        "The Digest",
        "News from the coast, before your first cup.",
        "Sign up for our newsletter",
        "Nora has written for us since 2014.",
    ]
    links = [
        "-",
        "Bread is cheaper againBriefing A good harvest helps",
        "-",
        "Why people knit",
        "-",
        "Four small museums",
    ]
    found = kinds("Board closes the old pier", LEAD, MORE, LAST, *after, *links)
    assert [kind for kind, _ in found] == ["headline", "body", "body", "body", *["boilerplate"] * 10]


@pytest.mark.parametrize("pitch", ["Sign up for our newsletter", "Advertisement", "Read more: The storm of last year"])
def test_an_insert_does_not_end_the_article(pitch: str) -> None:
    found = kinds("Board closes the old pier", LEAD, pitch, MORE, LAST)
    assert [kind for kind, _ in found] == ["headline", "body", "boilerplate", "body", "body"]


def test_three_long_paragraphs_show_that_the_article_goes_on() -> None:
    found = kinds("Board closes the old pier", LEAD, "Follow us on:", "A label", LEAD, MORE, LAST)
    assert [kind for kind, _ in found] == ["headline", "body", "boilerplate", "boilerplate", "body", "body", "body"]


def test_a_pitch_above_the_article_takes_nothing_of_it() -> None:
    assert kinds("Subscribe now", "Board closes the old pier", LEAD)[0][0] == "boilerplate"
    assert kind_of(LEAD, "Subscribe now", "Board closes the old pier", LEAD) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up talks with the islanders are planned for the first week of January, the board said in a note.",
        "Share prices of the ferry company fell by two percent on Tuesday, and by another four on Wednesday morning.",
        "Reading the minutes of the meeting took the new members of the board the better part of an afternoon.",
        "Comment is free, the chairwoman said, but the road to the new terminal will have to be paid for by someone.",
        "Four in ten of the islanders have no opinion on the plan, says a poll of 1,000 of them by Reuters/Ipsos.",
        "The plan was first seen in a note to the members of the board, which they made public by way of Reuters.",
        "Jane Doe is the mother of two boys who take the ferry to school on every day of the week but Sunday.",
    ],
)
def test_ordinary_paragraphs_stay_body(line: str) -> None:
    assert kind_of(line, "Board closes the old pier", LEAD, line, MORE, LAST) == "body"


def test_bullets_at_the_end_of_an_article_are_its_text() -> None:
    bullets = ["- Best terminal, the new one at the north pier", "- Best ferry, the old Marta", "- Best road, none"]
    assert [kind for kind, _ in kinds("Harbour awards", LEAD, "The winners are:", *bullets)][-3:] == ["body"] * 3


# -- the format's own blocks


def test_blocks_of_the_format_stay_and_their_markup_is_metadata() -> None:
    text = "# Board closes the old pier\n\n" + LEAD
    parts = find_sections(article(text, (Section("headline", 2, 27),)))
    assert [(part.kind, text[part.start : part.end]) for part in parts] == [
        ("metadata", "#"),
        ("headline", "Board closes the old pier"),
        ("body", LEAD),
    ]


def test_a_block_inside_a_line_cuts_it() -> None:
    text = "Board closes the old pier\n" + LEAD.replace("Tuesday", "[Tuesday](x)")
    start = text.index("(x)")
    parts = find_sections(article(text, (Section("metadata", start, start + 3),)))
    assert [part.kind for part in parts] == ["headline", "body", "metadata", "body"]


def test_front_matter_is_one_block_and_no_headline() -> None:
    text = "---\ntitle: A\n---\nBoard closes the old pier\n" + LEAD
    parts = find_sections(article(text, (Section("metadata", 0, 16),)))
    assert [part.kind for part in parts] == ["metadata", "headline", "body"]


def test_paragraphs_leave_markup_at_the_edges_out() -> None:
    text = "# Board closes the old pier\n" + LEAD
    found = reading(text, (Section("headline", 2, 27),))
    assert [text[start:end] for start, end in found.paragraphs] == ["Board closes the old pier", LEAD]


@given(texts)
def test_sections_cover_everything_but_blanks_and_never_overlap(text: str) -> None:
    parts = find_sections(article(text))
    covered = 0
    for part in parts:
        assert part.kind in SECTION_KINDS
        assert covered <= part.start < part.end <= len(text)
        assert not text[covered : part.start].strip()
        assert not {"\n", "\r"} & set(text[part.start : part.end])
        covered = part.end
    assert not text[covered:].strip()


@given(texts, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40), st.sampled_from(SECTION_KINDS)), max_size=4))
def test_any_blocks_give_sections_that_do_not_overlap(text: str, blocks: list[tuple[int, int, str]]) -> None:
    given_ = tuple(Section(kind, at, min(at + size, len(text))) for at, size, kind in blocks if at < len(text))
    covered = 0
    for part in find_sections(article(text, given_)):
        assert covered <= part.start < part.end
        covered = part.end


@given(texts)
def test_a_paragraph_is_a_line_that_is_not_blank(text: str) -> None:
    found = assert_sound("paragraph", text)
    assert [fact.index for fact in found] == list(range(len(found)))
    assert [fact.paragraph for fact in found] == list(range(len(found)))
    assert all(fact.text == fact.text.strip() for fact in found)


# -- real articles


@pytest.mark.parametrize(
    ("number", "first"),
    [("000", "The Week"), ("001", "Ask me"), ("002", "Must-Watch"), ("003", "Erizia"), ("004", "Hans von der")],
)
def test_boilerplate_of_real_articles(number: str, first: str) -> None:
    text = seed(number)
    parts = find_sections(article(text))
    start = next(part.start for part in parts if part.kind == "boilerplate")
    assert text[start:].startswith(first)
    assert all(part.kind == "boilerplate" for part in parts if part.start >= start)


def test_the_parts_of_a_real_article() -> None:
    kinds_ = [part.kind for part in find_sections(article(seed("002")))]
    assert kinds_[:9] == ["headline", "caption", "dateline", "body", "summary", "summary", "summary", "summary", "body"]
