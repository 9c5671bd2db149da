"""What a title or a given name shows of the sex of its bearer: Mrs Smith cannot be John Smith."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.text.forms import folded
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.annotations.names.titles import Title

MALE, FEMALE = "he", "she"

_MALE_TITLES = word_set(
    """
    abbot actor baron brother chairman congressman count councilman duke earl emperor father frontman grandfather herr
    husband imam king lord mr monsieur nephew policeman pope prince rabbi sheikh sir son spokesman stepfather sultan
    uncle widower
    """
)
_FEMALE_TITLES = word_set(
    """
    abbess actress aunt baroness chairwoman congresswoman councilwoman countess dame daughter duchess empress frau
    girlfriend grandmother lady madam madame miss mother mrs ms niece nun policewoman princess queen sister spokeswoman
    stepmother widow wife
    """
)
_MALE_NAMES = word_set(
    """
    aaron adam ahmed alan albert alexander ali andre andreas andrew angus anthony antonio arthur barack barry ben
    benjamin bernard bill billy bob boris brad brian bruce carl carlos charles charlie chris christopher colin craig
    dale daniel darren dave david dennis derek dick dmitry don donald douglas duncan ed eddie edward emmanuel eric
    ernest francois frank fred friedrich gary gavin geoff geoffrey george gerald gerhard gordon graham greg gregory
    harold harry henry herbert hugh hugo ian ibrahim ivan jack jacques james jason jeff jeffrey jeremy jim jimmy joe
    john johnny jon jonathan jorge jose joseph juan julian justin keith ken kenneth kevin kofi larry lee len leonard
    luis luke malcolm mark martin marvin matt matthew max michael mick miguel mike mikhail mohamed mohammed muhammad
    neil nicholas nick nicolas nigel oliver oscar patrick paul pedro peter phil philip pierre ralph ray raymond richard
    rick rob robert roger ron ronald roy rupert russell sergei simon stanley stephen steve steven stuart ted terry
    thomas tim timothy tom tony trevor victor vincent vladimir volodymyr walter warren wayne will william
    """
)
_FEMALE_NAMES = word_set(
    """
    abigail adele alexandra alice alison amanda amy ana andrea angela anita ann anna anne annette annie barbara beatrice
    becky beth betty brenda bridget camilla carla carol caroline catherine cathy charlotte cherie cheryl chloe christina
    christine cindy claire clare condoleezza cynthia daisy dawn deborah debbie denise diana diane donna dorothy edith
    eileen elaine eleanor elena elizabeth ella ellen emily emma erica esther eva evelyn fatima fiona florence frances
    gail gemma georgina gillian gina gloria grace hannah harriet hazel heather heidi helen hillary holly irene isabel
    isabella jackie jacqueline jane janet janice jean jennifer jenny jessica jill joan joanna joanne joyce judith judy
    julia julie karen kate katherine kathleen kathy katie kirsty laura lauren laurie leah linda lisa liz lorraine louise
    lucy lynn madeleine maggie margaret maria marie marion martha mary maureen megan melania melanie melissa michelle
    miranda molly monica nancy naomi natalie natasha nicola nicole olga olivia pamela patricia paula penelope penny
    rachel rebecca rosa rose rosemary ruth sally samantha sandra sara sarah sharon sheila shirley sophia sophie stella
    stephanie susan susanna suzanne svetlana sylvia tania teresa theresa tina tracey tracy ursula valerie vanessa vera
    veronica victoria virginia wendy yvonne zoe
    """
)


def of_title(title: Title | None) -> str | None:
    """The sex that a title has; None where men and women bear it."""
    if title is None:
        return None
    return _of_head(title.words)


@lru_cache(maxsize=10_000)
def _of_head(words: str) -> str | None:
    head = folded(words.rsplit(" ", 1)[-1]).rstrip(".")
    return MALE if head in _MALE_TITLES else FEMALE if head in _FEMALE_TITLES else None


@lru_cache(maxsize=50_000)
def of_given(given: str | None) -> str | None:
    """The sex of the bearers of a given name; None where it is not in the lists, or not known."""
    first = folded((given or "").split(" ")[0])
    return MALE if first in _MALE_NAMES else FEMALE if first in _FEMALE_NAMES else None
