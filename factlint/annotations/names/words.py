"""Word lists: what a capitalised word can be when it is no name of its own, and the small parts of names."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that begin sentences and headlines and are no part of a name.
STARTERS = _words(
    """
    A About Above According Across Actually Add Added Adding Additional Advertisement After Afterwards Again Against Ago
    Ah Ahead Albeit All Almost Along Already Also Although Always Amid Among Amongst An Analysts And Another Any Anybody
    Anyone Anything Apart Apparently Are Around As Aside Ask Asked Asking Assuming At Away Back Based Be Because Been
    Before Behind Being Believe Below Beside Besides Between Beyond Born Both But By Called Campaigners Can Cannot
    Certainly Clearly Click Come Coming Compared Considering Could Critics Currently Dear Depending Despite Did Do Does
    Doing Don't Done Don’t Down Dozens During Each Earlier Edited Editing Editor's Editor’s Eight Either Eleven
    Elsewhere Enough Especially Even Eventually Ever Every Everybody Everyone Everything Exactly Except Experts Far Few
    Fewer Fifth Fifty Figures File Finally First Five Follow Following For Formerly Fortunately Forty Founded Four
    Fourth From Further Furthermore Generally Get Getting Give Given Giving Go Going Got Government Had Half Has Have
    Having He He'd He'll He's Hello Hence Her Here Here's Here’s Hers Herself Hey He’d He’ll He’s Hi Him Himself His How
    However Hundreds I I'd I'll I'm I've If Image Imagine Immediately In Including Indeed Initially Inside Instead Into
    Is Isn't Isn’t It It's Its Itself It’s I’d I’ll I’m I’ve Just Keep Know Known Last Late Lately Later Launched
    Leaders Least Led Less Lest Let Let's Let’s Like Likely Likewise Look Looking Made Make Making Many Maybe Me
    Meanwhile Might Millions Ministers More Moreover Most Mostly Mr Mrs Ms Much Must My Myself Named Naturally Near
    Nearby Nearly Neither Never Nevertheless Next Nine No Nobody None Nonetheless Nor Normally Not Nothing Noting Now
    Nowhere Obviously Of Off Officials Often Oh OK Okay On Once One Ones Only Onto Or Originally Other Others Otherwise
    Our Ours Ourselves Out Outside Over Overall Own People Perhaps Photo Please Plus Police Possibly Previously
    Privately Probably Profits Provided Put Quite Rather Read Reading Really Recently Regarding Related Reporting
    Researchers Right Said Sales Same Say Saying Says Scientists Second Secondly See Seeing Seen Separately Seven
    Several Shall Share Shares She She'd She'll She's She’d She’ll She’s Should Sign Similarly Simply Since Six So
    Soldiers Some Somebody Someone Something Sometimes Somewhere Soon Source Sources Speaking Still Subscribe Such
    Suddenly Sure Surely Take Taken Taking Talking Ten Than Thank Thanks That That's That’s The Their Theirs Them
    Themselves Then There There's Therefore There’s These They They'd They'll They're They've They’d They’ll They’re
    They’ve Things Think Third Thirty This Those Though Thousands Three Through Throughout Thus Till To Today Together
    Told Tomorrow Tonight Too Toward Towards Troops Twelve Twenty Two Two-thirds Typically Ultimately Um Under
    Underneath Unfortunately Unless Unlike Until Unveiled Up Upon Us Used Using Usually Very Via Video Want Wants Was
    Watch We We'd We'll We're We've Were We’d We’ll We’re We’ve What What's Whatever What’s When Whenever Where Whereas
    Wherever Whether Which While Whilst Who Who's Whoever Whole Whom Whose Who’s Why With Within Without Won't Won’t
    Would Wow Writing Yeah Yep Yes Yesterday Yet You You'd You'll You're You've Your Yours Yourself You’d You’ll You’re
    You’ve
    """
)

# Nothing by themselves, but the first word of a name when another follows: New York, Western Union, Will Smith.
OPENING = _words(
    """
    Big Central East Eastern Good Great Little Mid New North Northern Old Part Saint South Southern Well West Western
    Will Young
    """
)

# Words that stand with a capital anywhere and name no person, place or organisation by themselves.
NOT_NAMES = _words(
    """
    Act AD Advent AEST AI AIDS Aids Ala AM Amendment Annex Appendix Apr April Arab Arabian Arabic Arabs Ariz Ark Article
    Atheist Aug August BC Bengali Bible Bluetooth Brexit Brexiteers BST Buddhism Buddhist Buddhists Calif Cantonese
    Catholic Catholicism Catholics Caucasian CCTV CD CDs CDT CEST CET Chapter Christian Christianity Christians
    Christmas Class Clause Colo Communism Communist Communists Congressional Conn Conservative Conservatives
    Constitutional Covid COVID Credit CST CV Day Dec December Del Democrat Democratic Democrats Diwali DNA Dr DVD DVDs
    Easter Ebola EDT EEST Eid Election Elections English Esperanto EST ET Euro Euros Eve FAQ Farsi Feb February Figure
    Fla Flight Fri Friday Fridays Ga Gaelic Gate GDP GETTY GMT God GPS Grade Halloween Hanukkah HD Hebrew Highway Hindi
    Hindu Hinduism Hindus Hispanic Hispanics Holocaust I ID Ill Image Ind Internet IQ Islam Islamic Islamism Islamist
    Islamists Islamophobia Issue IST IT Jan January Jew Jewish Jews Judaism Jul July Jun June Kan Koran Ky La Labour
    Labourite Latin Latino Latinos Lent Level Liberal Liberals Libertarian Libertarians Lord Mandarin Mar March Marxism
    Marxist Marxists Mass May Md Member Members Mich Minn Miss Model Mon Monday Mondays Mont Mr Mrs Ms Muslim Muslims
    Nazi Nazis Nazism Neb Net Nev No Nos Nov November Number Oct October OK Okla Ore Orthodox Pa Page Paragraph
    Parliamentary Part Pashto Passover PC PCs PDT Pentecost Persian Phase Photo Photograph Picture Platform PM PR
    Presidential Protestant Protestants Protocol PST Punjabi QA Qur'an Quran Qur’an Ramadan Remainers Republican
    Republicans Resolution Room Round Route Rule Salafi Salafist Salafists Sat Saturday Saturdays Section Sep Sept
    September Shari'a Sharia Shari’a Shi'a Shi'as Shi'ite Shi'ites Shia Shias Shiite Shiites Shi’a Shi’as Shi’ite
    Shi’ites Sikh Sikhism Sikhs SMS Socialist Socialists Soviet Soviets Sun Sunday Sundays Sunni Sunnis Swahili Table
    Tamil Tenn Tex Thanksgiving Thu Thurs Thursday Thursdays Tier Title Tories Tory Tue Tues Tuesday Tuesdays TV TVs
    Type Urdu USB UTC Va VAT Version VIP Vol Volume Vt Wash Web Wed Wednesday Wednesdays Week Wi-Fi Wis Wyo Xmas Year
    Yiddish Yuletide Zionism Zionist Zionists
    """
)

# Of these words those that begin the names of bodies as well: Islamic State, Labour Party.
NAME_BODIES = _words(
    """
    Arab Buddhist Catholic Christian Communist Congressional Conservative Constitutional Democrat Democratic English
    Federal Hindu Hispanic Islamic Jewish Labour Latin Latino Liberal Libertarian Muslim Orthodox Parliamentary Persian
    Presidential Protestant Republican Shia Sikh Socialist Soviet Sunni Tory Zionist
    """
)

# Bodies that an adjective describes and does not name: a Democratic Senate.
DESCRIBED = _words("Administration Cabinet Committee Congress Government House Lords Parliament Senate States")

# Of these words some are surnames behind a given name.
NOT_NAMES_BUT_SURNAMES = _words(
    """
    April August Bond Christian Christmas Day Easter English Eve Figure French Friday God June Lord Major March Marshal
    May Monday Page Room Rule
    """
)

# Words of the names of organisations, events, buildings, laws, streets, pieces of nature and works.
ORGANISATION = _words(
    """
    Academy Accord Accords Act Administration Affairs Agency Agreement Air Airline Airlines Airport Airways Alliance
    Alps Ambassadors Amendment Archive Archives Area Arena Army Assembly Associates Association Athletic Authority
    Avenue Award Awards Banca Banco Bank Banking Banks Base Battalion Bay Bayern Beach Biennale Bill Board Book Books
    Borough Borussia Bourse Boys Bridge Brigade Broadcasting Broadway Brothers Building Bulletin Bundestag Bureau
    Business Cabinet Camp Campaign Canal Cancer Canyon Capital Cars Cathedral Center Central Centre Century Chamber
    Championship Championships Channel Charity Charter Chronicle Church Cinema Circuit Circus City Club Clubs Co
    Coalition Coast Code College Command Commerce Commission Commissioners Committee Common Commons Commonwealth
    Communications Community Companies Company Computer Computers Confederation Conference Congress Constitution
    Consulting Convention Corp Corporation Corps Correctional Corrections Council Country County Court Creek Crescent
    Crown Cruise Crédit Cup Cyclone Daily Dam Data Declaration Defence Defense Delta Department Derby Desert Deutsche
    Digital Dinamo Directive Directorate Disease District Division Doctrine Dome Drive Drug Dynamo East Economics
    Economy Education Electric Electronics Embassy Emergency Empire Energy Enquiry Enterprise Enterprises Entertainment
    Environment Estate Euro Euros Event Exchange Exhibition Express Facebook Facility Faculty Falls Family Farm Farms FC
    Federal Federation Festival Field Fields Film Films Finance Financial Fleet Flu Food Foods Force Forces Foreign
    Forest Forum Foundation Front Fund Funds Gallery Games Garden Gardens Gas Gazette Girls Global Globe Gold Government
    Grand Group Grupo Guard Guards Guild Gulf Hall Harbor Harbour Health Hearing Herald High Highlands Hill Hills
    Holdings Holocaust Home Hospital Hospitals Hotel Hotels House Housing Hurricane Inc Independent Index Industries
    Industry Initiative Innovation Inquest Inquiry Institute Institution Insurance Intelligence International Investment
    Investments Investors Island Islands Journal Judiciary Jury Justice Kingdom Knesset Lab Laboratories Laboratory Labs
    Lake Land Lane Law League Legion Library Life Limited Line Lines Live LLC Lodge Lords Ltd Magazine Mail Mall
    Management Mandate Manufacturing Marine Marines Market Markets Mass Medal Media Medical Medicine Memorial Military
    Militia Mine Mines Ministry Mirror Mission Mobile Monitor Monument Mosque Motor Motors Mountain Mountains Movement
    Museum Music National Navy Network Networks News Newspaper Newspapers North Nuclear Oak Observatory Observer Ocean
    Office Offices Oil Olympic Olympics Olympique Open Opera Operation Operations Orchestra Orchestras Order
    Organisation Organization Oscar Oscars Pact Palace Panel Park Parliament Partners Partnership Party Pass Peace
    Peninsula Petroleum Philharmonic Pictures Place Plan Plaza PLC plc Point Police Policy Polytechnic Port Post Power
    Premiership Press Prison Prix Prize Process Productions Program Programme Project Province Publishing Radio Rail
    Railway Railways Rally Ranch Range Records Region Register Registry Regulation Relations Report Republic Research
    Reserve Restaurant Revenue Review Revolution Rights Ring River Road Roads Rovers Royal Rugby Scheme School Schools
    Science Sciences Sea Securities Security Senate Series Service Services Settlement Shield Ship Shop Shuttle Societe
    Society Société Software Solutions South Space Speedway Spirit Sports Squad Square Stadium Standard Star Stars State
    States Station Steel Stock Store Stores Storm Strait Straits Strategy Street Strip Studio Studios Summit Super
    Supreme Survey System Systems Taskforce Tax Technologies Technology Telecom Telegraph Television Temple Terminal
    Territories Territory Test Theater Theatre Times Tour Tournament Tower Towers Town Township Trade Transport Treasury
    Treaty Trial Tribunal Tribune Trophy Trust Tunnel TV Typhoon Union Unit United Universities University Valley Villa
    Village Vineyard Virus Volcano Wall Wanderers War Wars Watch Water Weekly West Whip Wing Women Works World Yard Zone
    Zoo
    """
)

# Of these words many are surnames: behind a given name they make a person.
ALSO_SURNAMES = _words(
    """
    Banks Beach Books Bridge Brook Camp Cannon Chambers Church Court Cross Crown Derby Drew East Field Fields Forest
    Forum Garden Gardens Gates Grant Guard Hall Hill Hood House Lake Land Lane Law Lodge Mail Major Marine Mills Moor
    Mountain Music North Oak Park Pass Post Power Press Price Prison Ranch Reserve Rice Ring Rivers Road Sea Shields
    Ship Shop South Spirit Squad Star Steel Stone Street Summit Temple Towers Town Trust Village Wall West Wing Wood
    Woods Yard
    """
)

# Organisations, parties and bodies that are one word, and institutions that stand alone with a capital.
INSTITUTIONS = _words(
    """
    Airbus al-Jazeera Al-Jazeera al-Qaeda Al-Qaeda al-Qaida Al-Qaida al-Shabaab al-Shabab Amazon Apple BlackRock BMW
    Boeing Bundesrat Bundestag Cabinet Commons Congress Duma Europol Eurostat Eurozone Facebook Fatah Fifa Gazprom
    Google Hamas Hezbollah Honda House Intel Interpol Knesset Lords Meta Microsoft Mossad Nasa Nato Nestle Nissan Nokia
    Nvidia Opec OpenAI Oracle Parliament Rada Renault Rosneft Sejm Senate Siemens Sony SpaceX Starlink State Taliban
    Tesla Toyota Treasury Twitter Uefa Unesco Unicef Unilever Vodafone Volkswagen YouTube Youtube Yukos
    """
)

# Firms, things and places that look like the full names of people.
NOT_PEOPLE = frozenset(
    {
        "Abu Dhabi", "Abu Ghraib", "Air Jordan", "Alfa Romeo", "Arthur Andersen", "Aston Martin", "Aston Villa",
        "Austin Reed", "Ben Nevis", "Calvin Klein", "Charles Schwab", "Christian Dior", "Dow Jones", "Eli Lilly",
        "Goldman Sachs", "Harley Davidson", "Hewlett Packard", "Jim Beam", "Jimmy Choo", "Johnnie Walker", "Lloyds TSB",
        "Louis Vuitton", "Magna Carta", "Marie Curie", "Mercedes Benz", "Merrill Lynch", "Morgan Stanley",
        "Philip Morris", "Ralph Lauren", "Rolls Royce", "Santa Claus", "Standard Chartered", "Thomas Cook",
        "Thomson Reuters", "Tommy Hilfiger", "Uncle Sam", "Virgin Mary", "Wells Fargo",
    }
)  # fmt: skip

# Surnames of Korea and China, which come first: Kim Jong Un, Hu Jintao.
KOREAN_SURNAMES = _words(
    """
    Ahn Ban Chang Cho Choi Chun Chung Han Hong Hwang Hyun Jang Jeong Jo Joo Jung Kang Kim Ko Kwon Lee Lim Moon Nam Noh
    Oh Paik Pak Park Rhee Ri Roh Ryu Seo Seok Shin Sohn Son Song Suh Thae Yang Yi Yoo Yoon Yun
    """
)
CHINESE_SURNAMES = _words(
    """
    Bai Bao Bo Cai Cao Chai Chang Chen Cheng Chiang Cui Dai Deng Ding Dong Du Duan Fan Fang Feng Fu Gao Geng Gong Gu Guo
    Han Hao He Hou Hsieh Hu Hua Huang Hung Jia Jiang Jin Kong Kuo Lai Lei Leung Li Lian Liang Liao Lin Ling Liu Lou Lu
    Luo Ma Mao Meng Mu Ning Niu Pan Peng Pu Qian Qiao Qin Qiu Qu Ren Shao Shen Shi Soong Su Sun Tan Tang Tao Tian Tsai
    Tung Wan Wang Wei Wen Weng Wu Xi Xia Xiao Xie Xing Xiong Xu Xue Yan Yang Yao Ye Yin You Yu Yuan Zeng Zhan Zhang Zhao
    Zheng Zhong Zhou Zhu Zhuang Zou
    """
)

# Before "of" they make the name of an organisation or place: Bank of England, Gulf of Mexico.
OF_ORGANISATIONS = _words(
    """
    Academy Agency Arch Archdiocese Army Assembly Association Bank Battle Bay Bill Board Bureau Campaign Cape Center
    Centre Chamber Church City College Commission Committee Commonwealth Confederation Conference Congress Convention
    Council Court Daughters Declaration Department Diocese Directorate District Doctors Faculty Feast Federation
    Foundation Friends Fund Group Gulf Horn House Institute Institutes Institution Isle Kingdom Knights Lake League Lord
    Lords Ministry Mount Museum Museums Office Order Organisation Organization Parliament Party Peninsula Port Province
    Republic Royal School Sea Secretariat Society Sons State States Statue Strait Straits Subcommittee Tower Treaty
    Trust Union University Veterans Voice
    """
)

# After "and" they end the name of a ministry, a body or a firm: Health and Human Services.
NAMED_BY_AND = _words(
    """
    Co-operation Consumer Cooperation Culture Customs Drug Employment Exchange Fisheries Forestry Human Industry Labour
    Means Naturalization Pensions Prevention Rehabilitation Rural Skills Spencer Urban
    """
)

# Abbreviations whose stop stands inside a name or title.
ABBREVIATIONS = _words(
    """
    Adm Amb Brig Capt Cllr Cmdr Col Cpl Det Dr Fr Gen Gov Hon Insp Jr Lt Maj Messrs Mr Mrs Ms Pres Prof Pvt Rep Reps Rev
    Sec Sen Sens Sgt Sr St Ste Supt
    """
)

# The numbers of kings and popes; V and X are mostly initials.
REGNAL = _words(
    "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII",
)
SUFFIXES = REGNAL | {"Jr", "Jr.", "Sr", "Sr."}

# Particles of surnames; between two capitalised words they hold a name together.
PARTICLES = _words(
    """
    af al av bin bint da das de del della delle dem den der di do dos du e el ibn la las le los san st ten ter ul van
    von y zu zum zur
    """
)

# Before the first capitalised word they begin the name.
LEADING_PARTICLES = _words(
    """
    bin da de del della der di dos du ibn van von zu
    """
)

# With a capital they begin a surname: De Niro, Van Rompuy, Le Pen.
CAPITAL_PARTICLES = _words(
    """
    Bin Da De Del Della Den Der Di Dos Du La Le Ter Van Von
    """
)

# Before a hyphen they are part of a surname.
ARABIC_PREFIXES = _words(
    """
    abd abu ad al an ar as ash at az el ul
    """
)

# The second part of a compound that is no name: Trump-backed, Moscow-based.
COMPOUND_TAILS = _words(
    """
    administered aligned and annexed appointed approved area backed based born bound brokered built controlled designed
    dominated drafted educated eligible era facing free friendly funded held hit imposed in inspired installed led level
    like linked listed made mandated mediated occupied only or owned proposed ready registered related ruled run
    speaking sponsored style style-only supplied supported themed to trained turned type wide
    """
)

# Words in small letters that stand in team sheets, casts and tables, where there are no sentences.
LINE_WORDS = PARTICLES | _words(
    """
    a and as at bt b c capt captain coach dal for from h in lbw m min mins not og on or out p pen pens pts r rep s sec
    st sub subs the to t th up used v vs w with x
    """
)
