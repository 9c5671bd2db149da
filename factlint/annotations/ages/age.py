"""The fact: the age that an article gives somebody."""

from __future__ import annotations

import datetime  # noqa: TC003 - the rule language reads the field types at run time

from factlint.article import Annotation, fact


@fact
class Age(Annotation):
    """``46`` in ``Jane Roe, 46, said``, ``the 46-year-old singer Jane Roe`` or ``Tom Hale, who died aged 79``.

    The span holds the figure, or the figure with ``-year-old``. ``years`` is the age, ``who`` and ``entity`` are those
    of the name that it belongs to, ``name`` is that name as it is written there.

    ``how`` is beside (a name with a figure behind it), compound (``-year-old`` before or behind a name), definite
    (``the 46-year-old`` of the one person that is spoken of), stated (``is 46 years old``) or death (the age at which
    somebody died). ``then`` says that the sentence speaks of another time than that of the article.

    ``resolved`` is the first day on which somebody had that age and ``latest`` the last one that can be meant: the day
    of the article and those beside it, or what the sentence gives as the day of death. Neither is known without a
    clock, nor for a death of no known day. ``inferred`` says that it was taken from the article's dateline or the like.
    """

    years: int
    who: str
    name: str
    how: str
    entity: str | None = None
    then: bool = False
    resolved: datetime.date | None = None
    latest: datetime.date | None = None
    inferred: bool = False
