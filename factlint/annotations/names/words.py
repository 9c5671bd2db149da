"""Word lists: what a capitalised word can be when it is no name of its own."""

from __future__ import annotations


def _capitals(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that begin sentences and headlines and are no part of a name.
STARTERS = _capitals(
    """
    A About Above According Across Actually Add Added Adding After Afterwards Again Against Ago Ahead Albeit All Almost Along Already Also
    Although Always Amid Among Amongst An And Another Any Anybody Anyone Anything Apart Apparently Are Around As Aside Ask Asked Asking
    Assuming At Away Back Be Because Been Before Behind Being Believe Below Beside Besides Between Beyond Both But By Can Cannot Certainly
    Clearly Come Coming Compared Considering Could Critics Currently Dear Depending Despite Did Do Does Doing Don't Don’t Done Down During Each
    Earlier Either Elsewhere Enough Especially Even Eventually Ever Every Everybody Everyone Everything Exactly Except Far Few Fewer Finally
    Following For Formerly Fortunately From Further Furthermore Generally Get Getting Give Given Giving Go Going Got Had Half Has Have Having He
    He'd He'll He's He’d He’ll He’s Hello Hence Her Here Here's Here’s Hers Herself Him Himself His How However I I'd I'll I'm I've I’d I’ll
    I’m I’ve If Imagine Immediately In Including Indeed Initially Inside Instead Into Is Isn't Isn’t It It's Its It’s Itself Just Keep Know Last
    Late Lately Later Least Less Lest Let Let's Let’s Like Likely Likewise Look Looking Made Make Making Many Maybe Me Meanwhile Might More Moreover
    Most Mostly Much Must My Myself Naturally Near Nearby Nearly Neither Never Nevertheless Next No Nobody None Nonetheless Nor Normally Not Noting Nothing
    Now Nowhere Obviously Of Off Often Oh OK Okay On Once One Ones Only Onto Or Originally Other Others Otherwise Our Ours Ourselves Out Outside Over
    Overall Own People Perhaps Please Plus Possibly Previously Privately Probably Provided Put Quite Rather Read Reading Really Recently Regarding Right
    Same Say Saying Says Second Secondly See Seen Seeing Separately Several Shall She She'd She'll She's She’d She’ll She’s Should Similarly Simply Since So Some Somebody Someone
    Something Sometimes Somewhere Soon Speaking Still Such Suddenly Sure Surely Take Taken Taking Talking Than Thank Thanks That That's That’s The
    Their Theirs Them Themselves Then There There's There’s Therefore These They They'd They'll They're They've They’d They’ll They’re They’ve Things Think
    This Those Though Three Through Throughout Thus Till To Today Together Tomorrow Tonight Too Toward Towards Two Two-thirds Typically Ultimately Under Underneath
    Unfortunately Unless Unlike Until Unveiled Up Upon Us Used Using Usually Very Via Want Wants Was Watch We We'd We'll We're We've We’d We’ll We’re We’ve 
    Were What What's What’s Whatever When Whenever Where Whereas Wherever Whether Which While Whilst Who Who's Who’s Whoever Whole Whom Whose Why With
    Within Without Won't Won’t Would Yes Yesterday Yet You You'd You'll You're You've You’d You’ll You’re You’ve Your Yours Yourself
    Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Hundreds Thousands Millions Dozens First Third Fourth Fifth
    Asked Told Said Called Born Based Founded Launched Known Named Led Speaking Talking Writing Analysts Officials Experts Campaigners Scientists
    Researchers Shares Sales Profits Figures Police Government Ministers Troops Soldiers Leaders     
    Ms Mr Mrs Photo Image Video File Source Sources Editor's Editor’s Follow Sign Click Share Subscribe Related Advertisement More Both
    """
)

# Nothing by themselves, but the first word of a name when another follows: New York, Western Union, Will Smith.
OPENING = _capitals("New Old Young Will Western Eastern Northern Southern Central Part Good Great Well Mid North South East West Saint Big Little")

# Words that stand with a capital anywhere and name no person, place or organisation by themselves.
NOT_NAMES = _capitals(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    Christmas Easter Ramadan Hanukkah Thanksgiving Passover Eve God Lord Bible Koran Quran Internet Web Net English
    Muslim Muslims Christian Christians Jew Jews Jewish Islam Islamic Islamist Islamists Hindu Hindus Sikh Sikhs Buddhist Buddhists Catholic Catholics Protestant
    Protestants Sunni Sunnis Shia Shias Shiite Shiites Shi'ite Shi'ites Orthodox Arab Arabs Arabic Arabian Latino Latinos Hispanic Hispanics Caucasian Persian Hebrew Latin
    Republican Republicans Democrat Democrats Democratic Conservative Conservatives Labour Tory Tories Liberal Liberals Socialist Socialists
    Communist Communists Nazi Nazis Marxist Marxists Soviet Soviets Zionist Zionists Labourite Libertarian Libertarians Remainers Brexiteers
    Brexit Covid COVID Aids AIDS Ebola TV PC IT CD CDs DVD DVDs TVs PCs DNA GDP GMT BST EST EDT ET CET UTC PM AM AI VAT CCTV GPS SMS USB FAQ CV ID IQ OK PR QA HD VIP
    Article Section Chapter Act Bill Amendment Page Figure Table Part Phase Level Tier Class Grade Round Week Day Year Number No Nos Vol Volume Issue Title Rule Route
    Highway Flight Room Gate Platform Type Model Version Protocol Resolution Clause Paragraph Annex Appendix
    Mr Mrs Ms Miss Dr I Photograph Photo Picture Credit Image GETTY
    """
)

# The last word of an organisation, an event, a building, a law, a street, a piece of nature or a work.
ORGANISATION = _capitals(
    """
    Academy Administration Agency Agreement Air Airlines Airline Airport Airways Alliance Alps Ambassadors Archive Archives Area Arena Army Assembly Associates Association
    Athletic Authority Avenue Award Awards Bank Banking Banks Base Battalion Bay Beach Biennale Board Book Books Borough Bourse Boys Bridge Brigade Broadcasting Broadway Brothers Building
    Bundestag Bureau Business Cabinet Camp Campaign Canal Cancer Canyon Capital Cars Cathedral Center Centre Central Century Chamber Championship Championships Channel Charity Charter
    Chronicle Church Cinema Circuit Circus City Club Clubs Co Coalition Coast College Command Commerce Commission Committee Common Commons Commonwealth Communications Community Companies Company Computer Computers
    Confederation Conference Congress Constitution Consulting Convention Corp Corporation Corps Council Country County Court Creek Crescent Crown Cruise Cup Daily Dam Data Declaration Defense Defence Delta
    Department Derby Desert Digital Directive Directorate Disease District Division Dome Drive Drug East Economics Economy Education Electric Electronics Embassy Emergency Empire Energy Enterprise Enterprises Entertainment Environment
    Estate Euro Euros Event Exchange Exhibition Express FC Facebook Faculty Falls Family Farm Farms Federal Federation Festival Field Fields Film Films Finance Financial Fleet Flu Food Foods Force Forces Foreign
    Forest Forum Foundation Front Fund Funds Gallery Games Garden Gardens Gas Gazette Girls Global Globe Gold Government Grand Group Guard Guards Guild Gulf Hall Harbour Health Hearing
    Herald High Highlands Hill Hills Holdings Holocaust Home Hospital Hospitals Hotel Hotels House Housing Independent Index Industries Industry Initiative Innovation Institute Institution Insurance Intelligence International Investment Investments
    Investors Island Islands Journal Judiciary Jury Justice Kingdom Knesset Lab Laboratories Laboratory Labs Lake Land Lane Law League Legion Library Life Line Lines Live Lodge Lords Ltd Limited Inc LLC PLC plc Magazine
    Mail Mall Management Mandate Manufacturing Marine Marines Market Markets Mass Media Medal Medical Medicine Memorial Military Militia Mine Mines Ministry Mirror Mission Mobile Monitor Monument Mosque Motor Motors Mountain Mountains Movement
    Museum Music National Navy Network Networks News Newspaper Newspapers North Nuclear Oak Observatory Observer Ocean Office Offices Oil Olympic Olympics Open Opera Operation Operations Orchestra Orchestras Order Organisation
    Organization Oscar Oscars Pact Palace Panel Park Parliament Partners Partnership Party Pass Peace Peninsula Petroleum Philharmonic Pictures Place Plan Plaza Point Police Policy Polytechnic Port Post Power Premiership Press Prison Prix
    Prize Productions Program Programme Project Province Publishing Radio Rail Railway Railways Rally Ranch Range Records Region Register Registry Regulation Relations Republic Research Reserve Restaurant Revenue Revolution Review Rights Ring River
    Road Roads Rovers Royal Rugby School Schools Science Sciences Sea Securities Security Senate Series Service Services Settlement Shield Ship Shop Shuttle Society Software Solutions South Space Speedway Spirit Sports Square Squad Stadium Standard
    Star Stars State States Station Steel Stock Store Stores Strait Straits Strategy Street Strip Studio Studios Summit Super Supreme Survey System Systems Taskforce Tax Technologies Technology Telecom Telegraph Television Temple Territories Territory
    Terminal Test Theater Theatre Times Tour Tournament Tower Towers Town Township Trade Transport Treasury Treaty Trial Tribunal Tribune Trophy Trust Tunnel TV Union Unit United Universities University Valley Village Villa Vineyard Volcano
    Wall War Wars Watch Water Weekly West Wanderers Whip Wing Women Works World Yard Zone Zoo Virus Bulletin Accord Accords Act Bill Amendment Scheme Code Inquiry Enquiry Inquest Report Commissioners Administration Strategy Doctrine Process
    """
)

# Organisations, parties and bodies that are one word, and words for institutions that stand alone with a capital.
INSTITUTIONS = _capitals(
    """
    Hamas Hezbollah Taliban Fatah Mossad Gazprom Rosneft Yukos Google Microsoft Apple Amazon Facebook Meta Twitter YouTube Youtube Sony Nokia Intel Oracle Boeing Airbus Toyota
    Honda Nissan Renault Volkswagen BMW Siemens Nestle Unilever Vodafone BlackRock Starlink SpaceX Tesla OpenAI Nvidia Bundestag Bundesrat Knesset Duma Rada Sejm Senate Congress Parliament
    Cabinet Treasury House Commons Lords State Nato Nasa Opec Unesco Unicef Interpol Europol Eurostat Fifa Uefa Eurozone
    """
)

# Heads of titles as they stand before a name, in lower case; each may be plural.
_HEADS = """
    president chancellor premier pm minister secretary senator congressman congresswoman representative mp mep msp governor mayor ambassador envoy negotiator mediator spokesman
    spokeswoman spokesperson aide adviser advisor chief chairman chairwoman chairperson chair ceo cfo coo cto boss head director leader founder co-founder cofounder owner chairman speaker
    commissioner councillor councilman councilwoman delegate deputy diplomat consul judge justice magistrate prosecutor attorney lawyer barrister solicitor qc kc sheriff detective inspector superintendent
    constable officer general colonel major captain lieutenant sergeant corporal private admiral commander commodore marshal brigadier pilot astronaut cosmonaut king queen prince princess duke duchess earl baron
    baroness lord lady sir dame count countess emperor pope cardinal archbishop bishop rabbi imam ayatollah sheikh sultan emir reverend father pastor vicar dean professor dr doctor mr mrs ms miss messrs
    historian economist analyst strategist scientist researcher expert correspondent reporter journalist editor columnist commentator presenter broadcaster anchor host author novelist writer poet playwright artist
    painter sculptor architect designer photographer actor actress comedian singer musician guitarist drummer bassist rapper composer conductor pianist filmmaker producer screenwriter coach manager trainer striker
    midfielder defender goalkeeper winger forward back full-back fullback centre fly-half scrum-half hooker prop flanker lock number skipper batsman bowler golfer boxer sprinter swimmer cyclist driver jockey champion teammate
    team-mate compatriot countryman rival counterpart colleague partner wife husband son daughter brother sister mother uncle aunt nephew niece cousin son-in-law daughter-in-law brother-in-law father-in-law
    nominee candidate contender hopeful frontrunner challenger incumbent veteran dictator strongman oligarch tycoon billionaire entrepreneur investor banker executive activist campaigner dissident whistleblower terrorist
    suspect defendant gunman killer politician lawmaker legislator backbencher treasurer vice-president vice-chancellor vice-chairman undersecretary secretary-general director-general chief-of-staff ombudsman envoy
    comptroller auditor trustee principal rector provost fellow student teacher surgeon psychiatrist psychologist nurse engineer farmer policeman policewoman firefighter
    gen gens sen sens rep reps gov lt col capt sgt maj cpl pvt adm cmdr brig supt det insp prof rev hon fr sgt cllr amb pres sec
"""
HEADS = frozenset({"commander-in-chief", *_HEADS.split()})
PLURAL_HEADS = frozenset(word + "s" for word in HEADS if word[-1] != "s") | {"secretaries", "attorneys", "countrymen", "wives", "spokesmen", "chairmen", "justices", "mps"}
# They stand before the name of a team, a firm or a film as well, and so do plural ones: champions Arsenal, analysts Gartner.
WEAK_HEADS = frozenset(
    ["rival", "champion", "leader", "contender", "nominee", "partner", "counterpart", "owner", "host", "hopeful", "challenger", "producer", "investor", "broadcaster", "expert", "centre", "number", "veteran", "auditor", "founder", "co-founder", "cofounder", "frontrunner", "incumbent", "forward", "back", "lock", "prop", "chair", "fellow", "student", "suspect", "activist", "trustee", "designer", "conductor", "officer", "pilot", "driver", "host", "editor", "killer", "anchor", "principal"]
)
# What follows them is a given name: Melania of "his wife Melania", Prince Harry.
GIVEN_FOLLOWS = frozenset(
    "wife husband son daughter brother sister mother father uncle aunt nephew niece cousin queen king prince princess pope emperor saint sir dame".split()
)
# With a small letter they are no ranks but adjectives: general contractors, private equity.
RANKS = frozenset("general private major executive justice corporal sheriff dean marshal judge principal chief".split())
PLURAL_STRONG = frozenset(["presidents", "ministers", "envoys", "senators", "negotiators", "secretaries", "mps", "chancellors", "governors", "messrs", "generals", "princes"])
# Of these words many are surnames, given names, or words that stand before another name; with a small letter they are titles.
ALSO_NAMES = frozenset(
    ["king", "judge", "major", "bishop", "dean", "prince", "pope", "baron", "duke", "earl", "marshal", "private", "pilot", "father", "number", "prop", "lock", "back", "count", "son", "head", "fellow", "chair", "boss", "forward", "host", "centre", "hooker", "partner", "full-back", "fullback", "justice", "art", "expert", "student", "anchor", "owner", "farmer", "hopeful", "veteran", "rival", "driver", "champion", "banker", "investor", "author", "writer", "artist", "nurse", "student"]
)

# Titles of several words whose last word is no head by itself.
PHRASES = frozenset(
    {
        "secretary of state", "secretary of defense", "secretary of defence", "secretary of war", "secretary of commerce",
        "secretary of the treasury", "secretary of homeland security", "secretary of health", "chief of staff", "head of state",
        "speaker of the house", "chancellor of the exchequer", "minister of defense", "minister of defence", "minister of state",
        "minister of foreign affairs", "commander in chief", "high representative", "director of communications",
        "prince of wales", "duke of edinburgh", "archbishop of canterbury", "attorney general", "solicitor general", "governor general",
    }
)  # fmt: skip
PHRASE_TAILS = frozenset(phrase.rsplit(" ", 1)[1] for phrase in PHRASES)
# After "Secretary of" and the like: still the title.
OF_TAIL = _capitals(
    "State Staff Defense Defence War Commerce Treasury Homeland Security Health Exchequer House Foreign Affairs Interior Justice Labor Labour Energy "
    "Education Transportation Agriculture Finance Economy Culture Representatives Commons Wales Edinburgh Canterbury York Communications Intelligence"
)
OF_HEADS = _capitals("Secretary Minister Chief Speaker Chancellor Head Director Prince Duke Archbishop Bishop")
# Before "of" they make the name of an organisation or place: Bank of England, Gulf of Mexico.
OF_ORGANISATIONS = _capitals(
    "Bank University House Ministry Department Council Institute Church Gulf Bay Isle Court Board Chamber Office Republic Kingdom Commonwealth Academy College School Museum Lord Lords "
    "Federation Association Union League Society Confederation Declaration Treaty Battle Strait Straits Sea Cape Horn Lake Mount Port City State States Bill Arch Tower Feast Order Army Royal Group Knights Daughters "
    "Sons Doctors Friends Voice Statue Museums District"
)

# Words that may stand between a nation or body and the head of a title.
QUALIFIERS = frozenset(
    ["prime", "vice", "deputy", "foreign", "home", "interior", "defence", "defense", "finance", "justice", "economy", "economic", "energy", "trade", "health", "education", "culture", "environment", "agriculture", "labour", "labor", "transport", "commerce", "treasury", "housing", "security", "special", "senior", "chief", "top", "lead", "leading", "principal", "junior", "assistant", "associate", "executive", "managing", "financial", "operating", "technical", "general", "attorney", "solicitor", "lieutenant", "rear", "press", "policy", "party", "opposition", "government", "military", "army", "navy", "naval", "police", "state", "federal", "regional", "local", "national", "presidential", "shadow", "parliamentary", "peace", "political", "diplomatic", "legal", "communications", "media", "campaign", "sports", "sporting", "former", "ex", "acting", "interim", "then", "late", "outgoing", "incoming", "caretaker", "newly", "ousted", "deposed", "exiled", "jailed", "disgraced", "embattled", "future", "next", "previous", "past", "first", "second", "third", "one-time", "onetime", "longtime", "long-time", "long-standing", "retired", "secretary", "minister", "supreme", "high", "staff", "intelligence", "counter-terrorism", "nuclear", "royal", "crown", "grand", "co", "big-name", "veteran", "fellow", "left-wing", "right-wing", "far-right", "far-left", "centre-right", "centre-left", "hardline", "reformist", "populist", "conservative", "liberal", "democratic", "republican", "labour", "socialist", "communist", "right-hand", "world", "club", "national", "team", "company", "group", "bank", "us-backed", "pro-western", "pro-russian", "western-backed", "democratically-elected"]
)
# In front of a title they say that somebody does not hold the office now, or not this very office.
GUARDS = frozenset(
    ["former", "ex", "late", "then", "acting", "interim", "vice", "deputy", "ousted", "deposed", "future", "next", "previous", "past", "outgoing", "incoming", "designate", "elect", "would-be", "aspiring", "self-proclaimed", "self-declared", "self-styled", "fictional", "imprisoned", "exiled", "impeached", "jailed", "retired", "disgraced", "one-time", "onetime", "longtime", "last", "first", "second", "third", "fake", "mock", "rival", "assistant", "associate", "honorary", "co", "shadow", "presumptive", "likely", "possible", "potential", "eventual"]
)

# Before a name they say nothing about an office; they mark a person all the same.
HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "baroness"])
FEMALE = frozenset(["mrs", "ms", "miss", "lady", "dame", "baroness"])
# Abbreviations whose stop stands inside a name or title.
ABBREVIATIONS = _capitals("Gen Sen Sens Rep Reps Gov Lt Col Capt Sgt Maj Cpl Pvt Adm Cmdr Brig Supt Det Insp Prof Rev Hon Fr Mr Mrs Ms Dr Messrs St Jr Sr Pres Amb Sec Cllr Ste")

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "Jr.", "Sr."})

# Particles of surnames; between two capitalised words they hold a name together.
PARTICLES = frozenset(["von", "van", "der", "den", "dem", "de", "la", "las", "los", "le", "del", "della", "delle", "di", "da", "das", "do", "dos", "du", "bin", "bint", "ibn", "al", "el", "ter", "ten", "zu", "zum", "zur", "af", "av", "y", "e", "san", "st", "ul"])
CAPITAL_PARTICLES = frozenset(["De", "Di", "Da", "Du", "Van", "Von", "Le", "La", "Del", "Della", "Dos", "Bin", "Ter", "Den", "Der"])
LEADING_PARTICLES = frozenset(["von", "van", "de", "der", "del", "della", "di", "da", "dos", "du", "bin", "ibn", "zu"])
ARABIC_PREFIXES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "at", "az", "ash", "abd", "abu"})

# The second part of a compound that is no name: Trump-backed, Moscow-based.
COMPOUND_TAILS = frozenset(
    ["led", "backed", "based", "born", "style", "like", "era", "wide", "controlled", "occupied", "held", "run", "funded", "owned", "made", "appointed", "friendly", "bound", "brokered", "sponsored", "linked", "aligned", "proposed", "supported", "trained", "supplied", "speaking", "listed", "registered", "related", "only", "free", "level", "type", "in", "to", "and", "or", "hit", "area", "designed", "inspired", "built", "dominated", "ruled", "administered", "mandated", "educated", "turned", "mediated", "drafted", "imposed", "annexed", "installed", "facing", "ready", "themed", "eligible", "approved", "style-only"]
)
