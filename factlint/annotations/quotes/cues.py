"""Words that attribute: verbs of saying with their forms, and the small words that steer how a sentence is read."""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def _inflected(verb: str) -> tuple[str, str, str, str]:
    stem = verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("ch", "sh", "ss", "x")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


# Base form, third person, past, -ing form.
_IRREGULAR = """
say says said saying;  tell tells told telling;  write writes wrote writing;  speak speaks spoke speaking
read reads read reading;  put puts put putting;  think thinks thought thinking
sing sings sang singing;  swear swears swore swearing;  quip quips quipped quipping;  refer refers referred referring
admit admits admitted admitting;  rap raps rapped rapping;  blog blogs blogged blogging;  dub dubs dubbed dubbing
retort retorts retorted retorting;  rebut rebuts rebutted rebutting;  reply replies replied replying
cry cries cried crying;  decry decries decried decrying;  testify testifies testified testifying
label labels labeled labeling;  label labels labelled labelling;  foresee foresees foresaw foreseeing
"""
_REGULAR = _words("""
accuse acknowledge add address admonish advise advocate affirm agree allege announce answer apologize appeal applaud
argue ask assail assert assure attack bark bellow bemoan berate blame blast boast brag brand call castigate caution
challenge chant characterize characterise charge chide claim clarify comment complain concede conclude concur condemn
confess confirm congratulate continue contend counter credit criticize criticise deadpan decide declare defend denounce
deny deride describe dismiss echo elaborate email emphasize emphasise encourage endorse estimate exclaim exhort explain
express fume gloat grumble hail implore imply indicate inform insist instruct interject invoke joke lambaste lament
laugh lecture liken list mention mock muse mutter note object observe offer opine order pledge point portray post
praise predict proclaim profess promise pronounce propose protest question quote react reason reassure recall recite
recommend recount refute reiterate reject relate remark remember remind repeat report request respond retweet reveal
ridicule roar scoff scold scream shout signal slam snap sneer state stress suggest surmise tease term text thank
threaten thunder tout trumpet tweet urge vent voice vow warn welcome whisper wonder worry yell
""")
_FORMS = [tuple(forms.split()) for line in _IRREGULAR.strip().splitlines() for forms in line.split(";")]
_FORMS += [
    ("go on", "goes on", "went on", "going on"),
    ("fire back", "fires back", "fired back", "firing back"),
    ("shoot back", "shoots back", "shot back", "shooting back"),
    ("hit back", "hits back", "hit back", "hitting back"),
    ("strike back", "strikes back", "struck back", "striking back"),
]
_FORMS += [_inflected(verb) for verb in sorted(_REGULAR)]

# Forms that are the verb of a sentence by themselves, and those that lean on another verb (to say, would call, adding).
FINITE = frozenset(form for forms in _FORMS for form in forms[1:3])
BASE = frozenset(forms[0] for forms in _FORMS)
GERUND = frozenset(forms[3] for forms in _FORMS)
CUES = FINITE | GERUND | BASE

# Verbs that speak of much else than words: what is quoted is theirs only when it stands near behind them.
_WEAK = _words("""
address agree appeal applaud attack charge credit defend encourage endorse fume list mention offer order pledge
praise promise propose protest question quote react read recommend recount relate remember request reveal signal sing
stress text thank think threaten urge welcome
""")
WEAK = frozenset(form for forms in _FORMS if forms[0] in _WEAK for form in forms)
# Verbs whose base form may stand behind a plural as their subject: ``officials say``.
PLURAL = _words("say tell call argue write ask describe warn claim insist")
# Verbs behind which those who heard it stand.
TELLING = _words("told tells asked asks warned warns reminded assured informed telling")
# Verbs that may stand before their subject behind any quotation: ``…” said Merz``.
INVERTING = _words("""
said says added adds asked asks wrote writes explained explains replied replies noted notes tweeted agreed agrees
argued argues continued continues concluded declared declares recalled recalls responded responds read reads joked
exclaimed warned warns insisted quipped shouted remarked observed
""")
# Verbs of which the thing said is the subject behind a form of be: ``was described as``, ``is called``.
PASSIVE = _words("called described dubbed told asked termed labeled labelled quoted listed read reported said")
# Participles that give something its name.
NAMING = _words("called dubbed termed titled labeled labelled")
# Forms that are nouns as often: verbs only behind a name or pronoun.
NOUNS = _words("""
remarks reports comments claims calls questions notes emails states quotes attacks charges orders promises requests
protests texts lists points mentions answers offers appeals stresses signals reasons objects
""")

AUXILIARIES = _words("""
is are was were be been being has have had do does did will would can could may might shall should must not to never
didn't doesn't don't wouldn't couldn't can't won't isn't wasn't hasn't hadn't didn’t doesn’t don’t wouldn’t couldn’t
can’t won’t isn’t wasn’t hasn’t hadn’t
""")
BEING = _words("is are was were be been being")
ADVERBS = _words("""
also then later earlier once again still even just now often always ever soon too instead today yesterday tonight thus
further afterward afterwards since meanwhile
""")
PRONOUNS = _words("he she they i we it you one")
# Behind one of these a verb follows.
SUBJECTS = PRONOUNS - {"you", "one"}
DETERMINERS = _words("""
the a an this that these those his her their its our my your one two three four five several some many another other
both all most each every no few
""")
# Determiners that may stand for somebody without a noun: ``one said``.
ALONE = _words("one some many several another others both two three all these those")
PREPOSITIONS = _words("""
of for at from in with to on by about against among around between during after before near over under within outside
inside into through across toward towards behind despite like without via amid
""")
# Words at which a phrase that names somebody cannot on.
BREAKS = _words("""
but that while as because when where if which who whose whom whether though although since than so or and until unless
what how why yet then it he she they i we you there here not
""")
# Words that begin a clause before the main one.
SUBORDINATORS = _words("as when while after before because if although though since until once")
# Words for somebody, at which a phrase that is read forwards ends.
PEOPLE = _words("""
official officials spokesman spokeswoman spokesperson campaign administration team government senator senators
governor president minister chancellor chairman leader leaders source sources aide aides diplomat diplomats adviser
advisers lawyer company agency department ministry statement report group party committee court judge mayor secretary
director candidate nominee officer officers police lawmaker lawmakers negotiators delegation side supporters critics
""")
# Words of time that stand next to a name and are no part of it.
TIMES = _words("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. last this earlier later recently today
yesterday tonight on
""")
# Small words inside names.
PARTICLES = _words("de da del der den di du von van bin ibn al el la le dos zu of and")
# Prepositions behind which a phrase for somebody does not on: ``said the mayor on Monday``.
OUTSIDE = _words("on by about during after before")
PERIODS = _words("day days week weeks month months year years night morning evening afternoon weekend time")
