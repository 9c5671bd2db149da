"""Word lists of titles: president, special envoy, Secretary of State, and what takes an office back."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Heads of titles as they stand before a name, in lower case; each may be plural.
HEADS = _words(
    """
    activist actor actress adm admiral adviser advisor aide amb ambassador analyst anchor archbishop architect
    artist astronaut attorney auditor aunt author ayatollah back backbencher banker baron baroness barrister bassist
    batsman billionaire bishop boss bowler boxer brig brigadier broadcaster brother brother-in-law campaigner
    candidate capt captain cardinal centre ceo cfo chair chairman chairperson chairwoman challenger champion
    chancellor chief chief-of-staff cllr cmdr co-founder coach cofounder col colleague colonel columnist comedian
    commander commander-in-chief commentator commissioner commodore compatriot composer comptroller conductor
    congressman congresswoman constable consul contender coo corporal correspondent cosmonaut councillor councilman
    councilwoman count counterpart countess countryman cousin cpl cto cyclist dame daughter daughter-in-law dean
    defendant defender delegate deputy designer det detective dictator diplomat director director-general dissident
    doctor dr driver drummer duchess duke earl economist editor emir emperor engineer entrepreneur envoy executive
    expert farmer father father-in-law fellow filmmaker firefighter flanker fly-half forward founder fr frontrunner
    full-back fullback gen general gens goalkeeper golfer gov governor guitarist gunman head historian hon hooker
    hopeful host husband imam incumbent insp inspector investor jockey journalist judge justice kc killer king lady
    lawmaker lawyer leader legislator lieutenant lock lord lt magistrate maj major manager marshal mayor mediator
    mep messrs midfielder minister miss mother mp mr mrs ms msp musician negotiator nephew niece nominee novelist
    number nurse officer oligarch ombudsman owner painter partner pastor photographer pianist pilot playwright pm
    poet policeman policewoman politician pope premier pres presenter president prince princess principal private
    producer prof professor prop prosecutor provost psychiatrist psychologist pvt qc queen rabbi rapper rector rep
    reporter representative reps researcher rev reverend rival scientist screenwriter scrum-half sculptor sec
    secretary secretary-general sen senator sens sergeant sgt sheikh sheriff singer sir sister skipper solicitor son
    son-in-law speaker spokesman spokesperson spokeswoman sprinter strategist striker strongman student sultan
    superintendent supt surgeon suspect swimmer teacher team-mate teammate terrorist trainer treasurer trustee
    tycoon uncle undersecretary veteran vicar vice-chairman vice-chancellor vice-president whistleblower wife winger
    writer
    """
)

PLURAL_HEADS = frozenset(word + "s" for word in HEADS if word[-1] != "s") | _words(
    "secretaries attorneys countrymen wives spokesmen chairmen justices"
)

# They stand before the name of a team, a firm or a film as well, and so do plural heads: champions Arsenal, analysts
# Gartner.
WEAK_HEADS = _words(
    """
    activist anchor auditor back broadcaster centre chair challenger champion co-founder cofounder conductor
    contender counterpart designer driver editor expert fellow forward founder frontrunner hopeful host incumbent
    investor killer leader lock nominee number officer owner partner pilot principal producer prop rival student
    suspect trustee veteran
    """
)

# Plural heads that only people have.
PLURAL_STRONG = _words(
    """
    chancellors envoys generals governors messrs ministers mps negotiators presidents princes secretaries senators
    """
)

# What follows them is a given name: Melania of "his wife Melania", Prince Harry.
GIVEN_FOLLOWS = _words(
    """
    aunt brother cousin dame daughter emperor father husband king mother nephew niece pope prince princess queen
    saint sir sister son uncle wife
    """
)

# As they are written before a surname; nothing but a person has one of these.
COURTESY = _words("Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx.")

# With a small letter they are no ranks but adjectives: general contractors, private equity.
RANKS = _words(
    """
    chief corporal dean executive general judge justice major marshal principal private sheriff
    """
)

# Heads that are names too: Stephen King, John Major, Dean Heller.
ALSO_NAMES = _words(
    """
    anchor art artist author back banker baron bishop boss centre chair champion count dean driver duke earl expert
    farmer father fellow forward full-back fullback head hooker hopeful host investor judge justice king lock major
    marshal number nurse owner partner pilot pope prince private prop rival son student veteran writer
    """
)

# Titles of several words whose last word is no head by itself.
PHRASES = frozenset(
    {
        "archbishop of canterbury",
        "attorney general",
        "chancellor of the exchequer",
        "chief of staff",
        "commander in chief",
        "director of communications",
        "duke of edinburgh",
        "governor general",
        "head of state",
        "high representative",
        "minister of defence",
        "minister of defense",
        "minister of foreign affairs",
        "minister of state",
        "prince of wales",
        "secretary of commerce",
        "secretary of defence",
        "secretary of defense",
        "secretary of health",
        "secretary of homeland security",
        "secretary of state",
        "secretary of the treasury",
        "secretary of war",
        "solicitor general",
        "speaker of the house",
    }
)
PHRASE_TAILS = frozenset(phrase.rsplit(" ", 1)[1] for phrase in PHRASES)

# Before "of" they are the head of a title whose other words have capitals too.
OF_HEADS = _words(
    """
    Archbishop Bishop Chancellor Chief Director Duke Head Minister Prince Secretary Speaker
    """
)

# After "Secretary of" and the like: still the title.
OF_TAIL = _words(
    """
    Affairs Agriculture Canterbury Commerce Commons Communications Culture Defence Defense Economy Edinburgh
    Education Energy Exchequer Finance Foreign Health Homeland House Intelligence Interior Justice Labor Labour
    Representatives Security Staff State Transportation Treasury Wales War York
    """
)

# Words that may stand between a nation or body and the head of a title.
QUALIFIERS = _words(
    """
    acting agriculture army assistant associate attorney bank big-name campaign caretaker centre-left centre-right
    chief club co commerce communications communist company conservative counter-terrorism crown culture defence
    defense democratic democratically-elected deposed deputy diplomatic disgraced economic economy education
    embattled energy environment ex executive exiled far-left far-right federal fellow finance financial first
    foreign former future general government grand group hardline health high home housing incoming intelligence
    interim interior jailed junior justice labor labour late lead leading left-wing legal liberal lieutenant local
    long-standing long-time longtime managing media military minister national naval navy newly next nuclear
    one-time onetime operating opposition ousted outgoing parliamentary party past peace police policy political
    populist presidential press previous prime principal pro-russian pro-western rear reformist regional republican
    retired right-hand right-wing royal second secretary security senior shadow socialist solicitor special sporting
    sports staff state supreme team technical then third top trade transport treasury us-backed veteran vice
    western-backed world
    """
)

# In front of a title they say that somebody does not hold the office now, or not this very office.
GUARDS = _words(
    """
    acting aspiring assistant associate co deposed deputy designate disgraced elect eventual ex exiled fake
    fictional first former future honorary impeached imprisoned incoming interim jailed last late likely longtime
    mock next one-time onetime ousted outgoing past possible potential presumptive previous retired rival second
    self-declared self-proclaimed self-styled shadow then third vice would-be
    """
)

# After them the bare surname may mean anybody of a family.
FEMALE = _words(
    """
    baroness dame lady miss mrs ms
    """
)

# Adjectives that are no names and stand in titles all the same.
PARTIES = _words(
    """
    Arab Catholic Christian Communist Conservative Democratic Islamic Labour Liberal Muslim Republican Socialist Soviet
    Tory
    """
)

# With one of these words inside, what follows a name is a clause and no title.
NO_APPOSITION = _words("and are as at but by for from in is met on or said says that to told was were who with")
