"""How boilerplate announces itself: the first words of pitches, links, credits and copyright lines."""

from __future__ import annotations

import re

from factlint.text.deferred import deferred

# To the end of a short line that is no sentence.
_REST = r"\b[^.!?]{0,80}\Z"
_SOME = r"\b.{0,80}?\b"

# Lines that may stand between two paragraphs of one article: what follows is judged by itself. Every phrase begins with
# a plain word or with a group of them.
_INSERTS = (
    r"sign up\b",
    r"subscribe\b",
    r"register (?:now|here|for free)\b",
    r"already a subscriber\b",
    r"log in (?:to|here)\b",
    r"escape your\b",
    rf"get (?:the|our|your|all|more){_SOME}(?:inbox|newsletters?|e-?mail|delivered|app)\b",
    r"get the (?:facts|news) behind\b",
    r"get (?:our|the|your|breaking) (?:\w+ ){0,2}(?:alerts?|updates?|briefing|newsletter)\b",
    r"from our \w+ news briefing\b",
    r"a (?:free )?(?:daily|weekly) (?:e-?mail|newsletter|digest)\b",
    rf"(?:our|the) (?:\w+ ){{0,3}}newsletters?{_SOME}(?:inbox|sign up|free|delivered)\b",
    rf"(?:watch|play) (?:the|this|our) (?:\w+ )?video{_REST}",
    r"(?:click|tap) (?:here|to)\b",
    rf"download (?:the|our){_SOME}app\b",
    r"(?:read|see|watch|listen|hear) (?:more|also|next|now|here|this next)(?:\s?[:.>»|-]|\Z)",
    r"(?:read|see|watch|listen|hear) more (?:about|on|from|at|in|stories)\b",
    rf"(?:also|more) (?:read|on this|from|stories|about|coverage|news){_REST}",
    r"related (?:articles?|stories|coverage|content|topics|links?|videos?|posts?|reading)\b",
    r"recommended (?:for you|stories|reading)\b",
    r"(?:related|recommended):",
    r"(?:most|you might|you may) (?:read|also like|popular|like)\b",
    r"must(?: |-|- )(?:watch|read|see)\b",
    r"(?:mustwatch|mustread|mustsee)\b",
    r"trending(?: now)?\Z",
    rf"(?:advertisement|sponsored|advertiser content){_REST}",
    r"(?:story|article) continues (?:below|after)\b",
    r"continue reading\b",
    r"scroll (?:down|to)\b",
    r"skip (?:to|past)\b",
    r"(?:watch|video|listen|read|also|live updates): ",
    r"see also\b",
    r"support (?:our|independent|quality) journalism\b",
    r"become a (?:member|subscriber|supporter)\b",
    rf"donate{_REST}",
    r"editor's note\b",
    r"unlock (?:this|the|more)\b",
    r"this (?:article|content|story|post) is (?:for|only available to) (?:subscribers|members)\b",
)

# Lines after which an article is over.
_CLOSINGS = (
    r"follow (?:us|me|him|her|them|the \w+|\w+(?: \w+){0,3}) (?:on|at)\b",
    r"follow (?:us:?\Z|@)",
    r"find us on\b",
    rf"stay (?:updated|informed|tuned|connected|up to date|ahead){_REST}",
    r"ask (?:me|us) (?:anything|a question)\b",
    rf"(?:explore|browse|view|discover) (?:related|more|all|other){_REST}",
    r"join (?:the|our) (?:conversation|discussion|community|channel|whatsapp|telegram)\b",
    r"share (?:this|on|via|article|the story)\b",
    r"(?:leave|post|add|view|show) (?:a |all |\d+ )?comments?\b",
    r"(?:comment|comments)(?: \(\d+\))?\Z",
    r"(?:print|email|e-mail) this\b",
    r"copyright ?(?:\d{4}|the |by |©)",
    r"©",
    r"all rights reserved\b",
    r"this material may not be published\b",
    r"(?:tag|tags|topic|topics|filed under|categories|keywords):",
    r"about the (?:author|writer|reporter)s?\b",
    r"(?:additional|further|other) (?:reporting|research|writing)\b",
    r"(?:reporting|editing|writing|compiled|translated|edited|written) by \w",
    r"with (?:files|reporting|additional reporting|agency inputs?|inputs?) (?:from|by)\b",
    r"(?:associated press|reuters|afp|bloomberg) (?:writers?|contributed)\b",
    r"the (?:associated press|reuters|afp|bloomberg) (?:writers?|contributed)\b",
    r"our standards:",
    r"have (?:a|any) (?:tip|story|news)\b",
    r"(?:contact|email|e-mail|write to) (?:us|the (?:author|reporter|writer))\b",
)

INSERT = deferred("|".join(_INSERTS), re.IGNORECASE)
CLOSING = deferred("|".join(_CLOSINGS), re.IGNORECASE)

# The phrases above begin with a word or with a group of words, so that a look-up of a line's first word, in lower case,
# spares nearly every line the patterns.
_BEGINNING = deferred(r"\(\?:([^()]+)\)|([^\W\d_]+|\W)")
FIRST_WORD = deferred(r"[^\W\d_]+|\W")


def _first_words(phrase: str) -> list[str]:
    beginning = _BEGINNING.match(phrase)
    words = (beginning[1] or beginning[2]).split("|") if beginning else []
    return [first.group() for word in words if (first := FIRST_WORD.match(word))]


FIRST_WORDS = frozenset(word for phrase in (*_INSERTS, *_CLOSINGS) for word in _first_words(phrase))

# What is brought to a reader's inbox is a pitch, however it begins.
DELIVERED = deferred(
    r"\b(?:deliver(?:ed|y)?|sent|straight|direct(?:ly)?|right)\b.{0,40}"
    r"\b(?:your\s(?:\w+\s)?(?:inbox|mailbox|phone|e-?mail)|to\syour\sdoor)\b",
    re.IGNORECASE,
)
CONTRIBUTED = deferred(
    r"\bcontribut(?:ed|ing)\s+(?:(?:to\s+(?:this|the)\s+)?(?:report(?:ing)?|story|article|research)|from)\b.{0,60}\Z"
)

_GIVEN_NAMES = r"[A-Z][\w’'.-]+(?:\s(?:[A-Z][\w’'.-]*|de|der|van|von|al|bin)){0,4}"
JOB = deferred(
    r"\b(?:reporter|editor|correspondent|journalist|columnist|bureau\schief|staff\swriter|freelancer?|producer|"
    r"contributor|contributing\swriter|news\swriter|senior\swriter|blogger|fellow)s?\b"
)
BIOGRAPHY = deferred(
    rf"(?:{_GIVEN_NAMES}|He|She|They)\s(?:"
    rf"(?:is|was)\s(?:an?|the|our|[\w’']+['’]s)\s(?:[\w’',&-]+\s){{0,8}}?{JOB.pattern}"
    r"(?=.{0,40}\b(?:at|for|with|covering|who|based|in|of|on)\b|\.?\Z)"
    r"|has\s(?:worked|written|covered|reported)\b"
    r"|has\sbeen\san?\s[\w\s,-]{0,60}(?:editor|reporter|writer|correspondent|journalist)\b"
    r"|(?:covers|writes\sabout|reports\son|reports\sfrom)\b)"
)
_ONE_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]*){1,3}"
NAMES_ALONE = deferred(rf"{_ONE_NAME}(?:(?:,|\sand|\s&|,\sand)\s{_ONE_NAME}){{0,4}}")
