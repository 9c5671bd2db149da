"""Given names of one person: short forms, initials, other transliterations."""

from __future__ import annotations

from functools import lru_cache

from factlint.text.deferred import deferred
from factlint.text.forms import folded, skeleton

# Each line has the forms of one name.
_SAME = """
    abigail abby
    abraham abe
    alan allan allen
    albert bert al
    alexander alex alec sandy alexandre aleksandr aleksander alexandr oleksandr alejandro sasha
    alexandra alex sandra
    alexei alexey aleksey aleksei oleksiy oleksii
    alfred alf fred
    andrew andy drew andrey andrei andriy andrii
    anthony tony
    arthur art
    barbara barb babs
    benjamin ben benny
    bernard bernie
    catherine katherine kathryn kate katie kathy cathy cath kat kitty
    charles charlie chuck chas
    christina christine chris tina christie
    christopher chris kit
    daniel dan danny
    david dave davey
    deborah debbie deb debra
    dmitry dmitri dmitriy dmytro dmitrii
    donald don donny donnie
    dorothy dot dolly
    douglas doug
    edward ed eddie ted ned teddy eddy
    eleanor ellie nell
    elizabeth liz beth betty lizzie eliza bess betsy elisabeth libby
    eugene gene
    frances fran
    francis frank
    franklin frank
    frederick fred freddie freddy frederic
    gabriel gabe
    gerald gerry jerry
    gregory greg
    harold harry hal
    henry harry hank
    howard howie
    hubert bert
    hugh hughie
    isaac ike
    jacob jake jack
    james jim jimmy jamie jimmie
    jacqueline jackie jacqui
    jeffrey jeff geoff geoffrey
    jennifer jen jenny jenni
    jeremy jerry jem
    jerome jerry
    jessica jess jessie
    john jack johnny jon johnnie
    jonathan jon jonny
    joseph joe joey
    joshua josh
    judith judy
    julia julie
    kenneth ken kenny
    kimberly kim
    lawrence larry laurence laurie
    leonard len lenny leo
    leslie les
    lewis lew louis lou
    louise lou
    luis luiz
    madeleine maddie
    malcolm mal
    margaret maggie meg peggy madge marge margie margot
    martin marty
    matthew matt mathew
    maurice mo
    maximilian max
    michael mike mick mickey micky mikey
    mikhail mykhailo misha
    mohammed muhammad mohamed mohammad muhammed mohamad mehmet mo
    mitchell mitch
    nathaniel nathan nat nate
    nicholas nick nicky nicolas nikolas
    nikolai nikolay mykola nicolai
    norman norm
    oliver ollie
    pamela pam
    patricia pat patsy tricia trish patty
    patrick pat paddy
    paul pavel pavlo
    peter pete petro pyotr
    philip phil phillip
    rachel rachael
    raymond ray
    rebecca becky becca
    reginald reg reggie
    richard rick dick richie rich ricky dickie
    robert bob rob bobby robbie bert robby
    roderick rod
    rodney rod
    ronald ron ronnie
    rosemary rose rosie
    rudolph rudy rudolf rudi
    russell russ
    samantha sam
    samuel sam sammy
    sandra sandy
    sergei sergey serhiy serhii sergej
    sidney sid sydney
    simon si
    stanley stan
    stephanie steph
    stephen steve steven stevie
    stewart stu stuart
    susan sue suzie susie suzanne
    terence terry terrence
    theodore ted teddy theo
    theresa teresa terry tess
    thomas tom tommy
    timothy tim timmy
    valery valeriy valerii valeri
    victor vic vick viktor
    victoria vicky vicki vikki
    vincent vince vinnie
    virginia ginny
    vladimir volodymyr wladimir
    walter walt wally
    william bill will billy willie liam willy
    winston winnie
    yuri yury yuriy iurii
    yevgeny evgeny evgeni yevgeni
    zachary zac zach zack
"""
_GROUPS: dict[str, set[int]] = {}
for _number, _line in enumerate(_SAME.strip().splitlines()):
    for _form in _line.split():
        _GROUPS.setdefault(_form, set()).add(_number)

_QUOTED = deferred(r"[\"“'‘(][^\"”'’)]*[\"”'’)]")
_SOUND = 4
"""Letters from which given names that sound alike are one."""


@lru_cache(maxsize=50_000)
def may_be_one(one: str, other: str) -> bool:
    """Whether two given names, with all middle names and initials, may be those of one person."""
    left, right = given_parts(one), given_parts(other)
    if not left or not right:
        return False
    if len(left[0]) == 1 < len(left) and len(right[0]) > 1 and left[0] != right[0][0]:
        left = left[1:]  # J. Edgar Hoover, Edgar Hoover
    elif len(right[0]) == 1 < len(right) and len(left[0]) > 1 and right[0] != left[0][0]:
        right = right[1:]
    return all(_same(first, second) for first, second in zip(left, right, strict=False))


@lru_cache(maxsize=50_000)
def given_parts(given: str) -> tuple[str, ...]:
    """The given names and initials, folded, a nickname in quotation marks left out: ``j``, ``k`` of J.K."""
    parts: list[str] = []
    for word in folded(_QUOTED.sub(" ", given)).split():
        if "." in word or len(word) == 1:
            parts += word.replace(".", "")
        else:
            parts.append(word)
    return tuple(parts)


def _same(first: str, second: str) -> bool:
    if first == second:
        return True
    if 1 in (len(first), len(second)):
        return first[0] == second[0]
    if _GROUPS.get(first, set()) & _GROUPS.get(second, set()):
        return True
    return min(len(first), len(second)) >= _SOUND and skeleton(first) == skeleton(second)
