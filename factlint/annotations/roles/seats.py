"""Seats: the offices that have many wordings and one holder, and which of them one person cannot hold together.

The pairs were read off five thousand articles: what is excluded here was never said of one person in one of them, but
of a successor, a former holder or a slip.
"""

from __future__ import annotations

from typing import NamedTuple

from factlint.text.wordlist import word_set


class Seat(NamedTuple):
    """A seat: its name, and which others nobody holds beside it; ``single``: one holder at a time in its body.

    ``rank`` is 3 for heads of state and government, 2 and 1 for others that matter, 0 for the rest.
    """

    name: str
    excludes: tuple[str, ...] = ()
    single: bool = False
    rank: int = 0


_HEADS = ("president", "vice president", "prime minister", "chancellor")
_CABINET = (
    "foreign minister", "defence minister", "interior minister", "health minister", "education minister",
    "justice minister", "transport minister", "culture minister",
)  # fmt: skip
_LAW = ("attorney general", "solicitor general", "judge")
_HOUSES = ("senator", "representative", "senate leader", "house leader")
_LOCAL = ("governor", "mayor")
_HIGH = ("secretary of state", "treasury secretary", *_CABINET)

# Left of each pair a seat, right of it those that its holder does not have; it holds in the other direction too.
_APART = {
    "president": ("vice president", "prime minister", "chancellor", "speaker", *_HIGH, *_LAW, *_HOUSES, *_LOCAL),
    "vice president": ("prime minister", "chancellor", "speaker", *_LAW, *_HOUSES, *_LOCAL),
    # In many countries a head of government keeps a ministry, or leads a party in parliament.
    "prime minister": ("chancellor", "speaker", "foreign minister", "interior minister", *_LAW, *_LOCAL),
    "chancellor": ("speaker", "foreign minister", "interior minister", *_LAW, *_LOCAL),
    "shadow minister": (*_HEADS, *_HIGH, "speaker"),
    "speaker": (*_HIGH, *_LAW, *_HOUSES, *_LOCAL),
    "senate leader": ("representative", "house leader", *_HIGH, *_LAW, *_LOCAL),
    "house leader": ("senator", *_HIGH, *_LAW, *_LOCAL),
    "secretary of state": ("defence minister", "treasury secretary", "judge", *_HOUSES, *_LOCAL),
    "treasury secretary": ("defence minister", "judge", *_HOUSES, *_LOCAL),
    "senator": ("representative",),
    "attorney general": ("solicitor general", "defence minister"),
    **{seat: (*_CABINET[at + 1 :], *_LOCAL) for at, seat in enumerate(_CABINET)},
}


def _excluded() -> dict[str, tuple[str, ...]]:
    both: dict[str, dict[str, None]] = {}
    for one, others in _APART.items():
        for other in others:
            both.setdefault(one, {})[other] = None
            both.setdefault(other, {})[one] = None
    return {seat: tuple(sorted(others)) for seat, others in both.items()}


_EXCLUDED = _excluded()

# How high a seat is: of two that do not go together the higher one has more often slipped to the wrong name.
_RANKS = (_HEADS, ("speaker", "senate leader", "house leader", *_HIGH), (*_LAW, *_LOCAL, *_HOUSES[:2]))
HEAD_RANK = len(_RANKS)
_RANK = {seat: HEAD_RANK - at for at, seats in enumerate(_RANKS) for seat in seats}

_WORDINGS = {
    "president": "president, pres",
    "vice president": "vice president, vice-president",
    "prime minister": "prime minister, premier, pm, taoiseach",
    "chancellor": "chancellor, chancellor of the exchequer, federal chancellor",
    "speaker": "speaker, house speaker, parliament speaker, parliamentary speaker, "
    "commons speaker, speaker of the house, speaker of the commons, "
    "speaker of the house of commons, speaker of the house of representatives",
    "senate leader": "senate majority leader, senate minority leader, senate majority whip, senate minority whip",
    "house leader": "house majority leader, house minority leader, house majority whip, house minority whip",
    "secretary of state": "secretary of state",
    "treasury secretary": "treasury secretary, secretary of the treasury",
    "foreign minister": "foreign minister, foreign secretary, minister of foreign affairs, foreign affairs minister",
    "defence minister": "defence minister, defence secretary, defense minister, defense secretary, "
    "minister of defence, minister of defense, secretary of defense, secretary of defence",
    "interior minister": "interior minister, home secretary",
    "health minister": "health minister, health secretary",
    "education minister": "education minister, education secretary",
    "justice minister": "justice minister, justice secretary",
    "transport minister": "transport minister, transport secretary, transportation secretary",
    "culture minister": "culture minister, culture secretary",
    "attorney general": "attorney general, attorney-general",
    "solicitor general": "solicitor general, solicitor-general",
    "secretary-general": "secretary general, secretary-general",
    "governor": "governor, gov",
    "mayor": "mayor",
    "judge": "judge",
    "senator": "senator, sen",
    "representative": "representative, rep, congressman, congresswoman",
    "chief executive": "chief executive, ceo, chief executive officer",
    "chairman": "chairman, chairwoman, chairperson",
    "finance director": "finance director, chief financial officer, cfo",
}
_MANY = frozenset({"senator", "representative", "judge"})

SEATS = {
    wording.strip(): Seat(name, _EXCLUDED.get(name, ()), name not in _MANY, _RANK.get(name, 0))
    for name, wordings in _WORDINGS.items()
    for wording in wordings.split(",")
}
"""The seat of each wording, in lower case and without stops."""

# In small letters they are words for many others: a keynote speaker, a sales representative, the judge of a contest.
WITH_CAPITAL = word_set("speaker representative rep judge gov sen pres pm")

LONGEST = max(len(wording.split()) for wording in SEATS)

SHADOW = Seat("shadow minister", _EXCLUDED["shadow minister"], rank=1)
"""Of a shadow chancellor, a shadow foreign secretary."""

# Universities, companies and chambers of parliament have them too: with a body in the title they are other seats.
OF_BODIES = {
    name: Seat(f"body's {name}", single=True)
    for name in ("president", "vice president", "chancellor", "secretary of state")
}

# Of these bodies there may be two of one name, one in each house.
COMMITTEES = word_set("committee subcommittee panel caucus conference")

# American holders before the terms that knowledge lists: some have namesakes in politics today (Sen. John Kennedy).
PAST_HOLDERS = word_set(
    "george-washington john-adams thomas-jefferson james-madison james-monroe andrew-jackson william-harrison",
    "john-tyler james-polk zachary-taylor millard-fillmore franklin-pierce james-buchanan abraham-lincoln",
    "andrew-johnson ulysses-grant rutherford-hayes james-garfield chester-arthur grover-cleveland benjamin-harrison",
    "william-mckinley theodore-roosevelt william-taft woodrow-wilson warren-harding calvin-coolidge herbert-hoover",
    "franklin-roosevelt harry-truman dwight-eisenhower john-kennedy lyndon-johnson richard-nixon gerald-ford",
    "jimmy-carter ronald-reagan george-bush bill-clinton henry-wallace hubert-humphrey spiro-agnew nelson-rockefeller",
    "walter-mondale dan-quayle al-gore dick-cheney",
)

# Surnames that a president, a premier or a speaker has had whom no list here needs to have: alone they may mean them.
PAST_SURNAMES = frozenset(name.rsplit("-", 1)[1] for name in PAST_HOLDERS) | word_set(
    "aquino assad attlee bhutto bongo callaghan castro chamberlain churchill eden fujimori gandhi gaulle gingrich",
    "hastert heath kabila kirchner lee macmillan major mandela marcos neill ortega peron rayburn schmidt thatcher",
    "trudeau wilson",
)

# What each word in front of a seat makes of it.
PAST = word_set(
    "former ex late then onetime one-time past previous retired deposed ousted exiled jailed",
    "impeached disgraced imprisoned last",
)
UNREAL = word_set(
    "next future elect designate incoming would-be possible potential likely aspiring eventual presumptive hopeful",
    "candidate nominee a an any another self-declared self-proclaimed self-styled mock fictional fake honorary if",
    "putative would could might",
)
LESSER = word_set(
    "deputy assistant associate acting interim caretaker vice lieutenant under junior shadow first second third co",
    "rival parliamentary",
)
# They stand before a seat and name no nation and no body.
PLAIN = word_set(
    "the current sitting incumbent outgoing independent freshman senior embattled hardline populist reformist centrist",
    "state and new us-backed newly elected newly-elected junior pro-western pro-russian federal mr mrs ms sir dr",
    "democratic democrat republican labour labor tory conservative liberal socialist gop communist",
    "longtime leading long-standing long-time veteran",
)

# Words of courtesy and of kinship: they say nothing about a post.
NO_ROLE = word_set(
    "mr mrs ms miss dr sir dame lord lady madam messrs wife husband son daughter father mother brother sister uncle",
    "aunt nephew niece cousin widow mistress girlfriend boyfriend friend rival fellow counterpart colleague",
)
