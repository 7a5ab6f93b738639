"""The closed classes of Arabic that rules ask about, folded for comparison.

Each is a set of words as `framing.text.orthography.fold` levels them, with و and ف written on
them where the language writes them so.
"""

from framing.text.orthography import fold

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")


def folded(words: str, prefixes: tuple[str, ...] = ("", "و", "ف")) -> frozenset[str]:
    """Words parted by spaces as a set of folds, each with the prefixes written on it."""
    return frozenset(prefix + fold(word) for word in words.split() for prefix in prefixes)


def conjoined(words: frozenset[str]) -> frozenset[str]:
    """Folded words, also with و and ف written on them."""
    return words | {conjunction + word for word in words for conjunction in "وف"}


def _with_pronouns(words: str) -> str:
    return " ".join(word + pronoun for word in words.split() for pronoun in ("", *PRONOUNS))


# that: opens what was said
COMPLEMENTISERS = folded(_with_pronouns("أن إن"), ("", "ب"))
# who, which: opens a clause about the noun before
RELATIVE_PRONOUNS = folded("الذي التي الذين اللذان اللذين اللتان اللتين", ("",))
# the same, with a conjunction or preposition too
RELATIVES = frozenset(
    prefix + word for word in RELATIVE_PRONOUNS for prefix in ("", "و", "ل", "ب", "ف")
)
PREPOSITIONS = folded(
    "في من إلى على عن مع بين لدى عند ضد حول بشأن خلال بعد قبل منذ أثناء عقب إثر أمام وراء تحت "
    "فوق عبر دون بدون رغم وسط حتى بحسب وفق حسب نحو تجاه إزاء لأجل بسبب نتيجة جراء ضمن قرب بحق "
    "حيال قبيل عشية غداة"
)
# of these the ones that a verb of saying governs, as words of their own
GOVERNED_PREPOSITIONS = folded("إلى على عن من", ("",))
# prepositions and nouns that take a genitive, so that no verb follows
GENITIVE_GOVERNORS = folded(
    "في من إلى على عن بعد قبل خلال حول ضد مع بين عند منذ دون كل أي تم يتم إعادة عملية "
    "لدى وراء تحت فوق نحو بسبب رغم بشأن عدم غير أثناء حسب وفق لأجل مثل أو ذات أبرز أهم",
    ("",),
)
# prepositions that may stand inside a noun phrase which names somebody
INNER_PREPOSITIONS = folded("في من لدى إلى باسم بـ ب عن على", ("",))
# what, that which: ما as a relative, alone and behind a preposition or ك
RELATIVE_MA = folded("ما كما مما بما حسبما فيما", ("",))
# not: before a verb
NEGATIONS = folded("لم لن لا", ("",))
# that, in order that, until: they put the verb behind them into the subjunctive
SUBJUNCTIVE_PARTICLES = folded("أن لن كي لكي ألا حتى", ("",))
# if, whether: the particles of conditions and questions
HYPOTHETICALS = folded("إذا لو هل", ("",))
# he, she, they: as words of their own
PERSONAL_PRONOUNS = folded("هو هي هم", ("",))
# words that begin another clause
SUBORDINATORS = folded(
    "حيث بينما فيما عندما حينما كلما لما إذا لو لكن لكنه لكنها إذ كما أيضا ثم بل إلا وذلك ذلك "
    "قد لقد لم لن لا ليس ليست سوف كي لكي حين بعدما قبلما مما لأن لأنه لأنها هل فإن فإنه فإنها "
    "ما كان كانت كانوا يكون وهو وهي هو هي هم كذلك مؤخرا أخيرا مجددا سابقا لاحقا حينها حينه آنذاك "
    "قائلا نيابة أنه حسبما اطلعت اطلع حصلت حصل مفادها مفاده إثر عما لكنهم"
)
# words that the language needs, whatever is said
FUNCTION_WORDS = COMPLEMENTISERS | PREPOSITIONS | RELATIVES | SUBORDINATORS
TIMES = folded(
    "أمس اليوم غدا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة مساء صباح فجر "
    "ظهر ليل الماضي الماضية الجاري الجارية المقبل المقبلة يوم يومي ليلة أول الليلة حاليا "
    "مرارا لطالما باستمرار بشدة مرة كثيرا دائما"
)
# nouns of time, with which a clause may begin whose verb follows: هذا الأسبوع أعلنت
TIME_NOUNS = folded("عام شهر أسبوع سنة ساعة ساعات أيام موسم فترة مرحلة", ("", "ال")) | TIMES
# what, who, why: with which a question begins
INTERROGATIVES = folded("لماذا كيف متى أين ماذا كم أي أية هل من ما لم بم")
# nouns for occasions on which somebody speaks to an outlet
CONVERSATIONS = folded("بيان تصريح تصريحات حديث مقابلة حوار لقاء اتصال مداخلة", ("", "ال"))
# these, and all that say where or how something was said, not who said it
VENUES = CONVERSATIONS | folded(
    "مؤتمر كلمة خطاب مقال تقرير رسالة تغريدة منصة منصات حسابها حسابهم صفحتها صفحتهم "
    "كلمته خطابه حديثه مقابلته تصريحاته تصريحاتها بيانها "
    "بيانه رسالته تقريرها تقريره مقاله جلسة ختام مستهل ندوة حسابه صفحته تدوينة موقعه موقعها",
    ("", "ال"),
)
# a preposition with its pronoun: to him, in it
PRONOUN_PHRASES = frozenset(
    fold(preposition + pronoun)
    for preposition in "ب ل في عن علي إلي من لدي مع خلال حول بعد قبل بين أمام عند ضد".split()
    for pronoun in PRONOUNS
)
# of these the ones that stand for the object of a verb before them: ما أدلى به
RESUMPTIVE_PHRASES = folded("به بها بهم عنه عنها", ("",))
AUDIENCES = (
    folded(
        "وكالة صحيفة قناة موقع محطة إذاعة شبكة مجلة برنامج جريدة تلفزيون رويترز بي فرانس سكاي سي",
        ("ل",),
    )
    | folded(_with_pronouns("مراسل مندوب موفد"), ("ل",))
    | folded("صحيفة وكالة قناة إذاعة شبكة مجلة جريدة محطة موقع صحفيين صحافيين", ("لل",))
)
# outlets taken up without their name
OUTLETS = folded(
    "الصحيفة الوكالة القناة المجلة الجريدة المحطة الإذاعة الشبكة الموقع التلفزيون", ("",)
)
# bodies of people, which a party's name begins with: no adjective of the noun before
BODIES = folded(
    "قوات القوات مجموعة مجموعات جماعة جماعات ميليشيا ميليشيات مليشيا مليشيات عصابة عصابات تنظيم "
    "حركة فصائل عناصر سلطات دولة دول حكومة حكومات نظام جيش شرطة معارضة أجهزة إدارة أطراف "
    "مسلحين متمردين أنصار أعضاء زعماء قادة سكان مواطنين شركات شركة جبهة كتائب كتيبة لواء "
    "حزب أحزاب منظمة منظمات هيئة مجلس لجنة وسائل",
    ("",),
)
# what proves something without saying it; documents, in which somebody writes, are none of them
EVIDENCE = folded(
    "تحاليل تحليلات فحوص فحوصات أدلة دلائل مؤشرات بصمات صور علامات قرائن تسجيل تسجيلات شواهد "
    "لقطات اختبارات عينات أعراض مشاهد كاميرات",
    ("", "ال", "وال", "و"),
)
# more, less: before what is compared (أكثر مما تعلنه)
ELATIVES = folded("أكثر أقل أكبر أعلى أدنى أفضل أسوأ أصغر أوسع أطول أقصر أسرع", ("",))
# what somebody said, described, thinks: with a pronoun these name no source
OWN_WORDS = folded(
    " ".join(
        noun + pronoun
        for noun in (
            "وصف تعبير قول أقوال رأي اعتقاد تقدير زعم مزاعم ادعاء كلام حديث كلمت خطاب مداخلت تصريح "
            "تصريحات".split()
        )
        for pronoun in ("ه", "ها", "هم", "هما", "هن")
    ),
    ("", "ل"),
)
# of those whom: behind a noun phrase they open a clause
WHOM = folded("ممن عمن بمن مما عما", ("",))
# organisations taken up without their name
ORGANISATIONS = folded("التنظيم الجماعة الحركة الجبهة", ("",))
# compound prepositions: with the noun behind them they belong to the phrase before
COMPOUNDS = folded("باسم بلسان", ("",))
# was: before its subject and a verb with قد
AUXILIARIES = folded("كان كانت كانا كانتا كانوا يكون تكون")
# was, became, remained: before their predicate, a participle too
COPULAS = AUXILIARIES | folded(
    "بقي بقيت ظل ظلت يظل تظل أصبح أصبحت بات باتت يزال تزال زال زالت ليس ليست"
)
# before a verb in the perfect
PERFECT_PARTICLES = folded("قد لقد")
# before a verb, and no other word
VERB_PARTICLES = PERFECT_PARTICLES | folded("لم لن سوف كي لكي")
# what a clause with its own subject begins with
CLAUSE_OPENERS = COMPLEMENTISERS | folded(
    "لكن فيما بينما حيث كما كان كانت كانوا حين أن إن إذ بعدما عندما حينما ثم لأن بل غير"
)
# behind a comma the outlet leads over with these to its own words, some only before others:
# منذ سيطرة; علما بأن; يذكر أن; في وقت تدور
BACKGROUND: dict[str, frozenset[str]] = {
    **dict.fromkeys(folded("منذ بينما علما تجدر الجدير جدير", ("", "و")), frozenset()),
    **dict.fromkeys(folded("يذكر", ("", "و")), folded("أن إن", ("",))),
    **dict.fromkeys(folded("يشار", ("", "و")), folded("إلى", ("",))),
    **dict.fromkeys(folded("في", ("",)), folded("وقت حين الوقت", ("",))),
    **dict.fromkeys(folded("وذلك", ("",)), folded("بعد عقب إثر قبل غداة عشية", ("",))),
    **dict.fromkeys(folded("وهو وهي", ("",)), folded("ما", ("",))),
}
# while: so without a comma too
WHILE = folded("فيما", ("",))
# but not with one of these near behind: فيما يتعلق; في وقت لاحق
NO_BACKGROUND = folded(
    "يتعلق تتعلق يخص تخص بعد بينهم بينها بينهما بين عدا مضى سبق يلي يبدو يشبه يتصل لاحق متأخر "
    "مبكر سابق واحد قريب قصير آخر",
    ("",),
)
# participles of how somebody spoke: they go with the verb of saying, not with what was said
MANNERS = folded(
    " ".join(
        stem + ending
        for stem in "مخاطب مستجدي متوسل ملوح مستشهد مستند متوجه موجه مستعرض متطرق معلق متسائل "
        "مستطرد مستدرك مناشد مستغرب ممازح مذكر محيي".split()
        for ending in ("ا", "ة", "ين")
    ),
    ("",),
)
# what somebody said, by a noun with his pronoun: على حد وصفه, بحسب تعبيره
TAKING_UP_SPEECH = folded(
    " ".join(
        noun + pronoun
        for noun in "وصف تعبير قول زعم ادعائ رأي كلام".split()
        for pronoun in ("ه", "ها", "هم", "هما")
    ),
    ("",),
)
# after these أن and إن open a clause of time, exception or reason, not what was said
CONJUNCTION_HEADS = folded(
    "قبل بعد منذ دون بدون بمجرد إلا غير بيد رغم برغم مع كما بما حيث إذ لولا سوى "
    "خاصة خصوصا سيما لاسيما"
)
# words that lead over to somebody else's cue, or to how it is known
LEADERS = folded("كما ذلك لكنه لكنها لكنهم فيما بينما قد حين", ("", "و"))
# of time or contrast, before أن or حين: ، بعد أن أعلن ...; ، في حين قال ...
CLAUSES_OF_TIME = {
    f"{one} {that}" for one in ("بعد", "قبل", "منذ") for that in folded("أن", ("",))
} | {"في حين"}
# of these, the ones behind which a cue takes up what stands before it (..., كما قال)
TAKING_UP = folded("كما حسبما مثلما", ("",))
# words of a prepositional or other phrase that says when, where or how, besides prepositions
ADVERBIAL_HEADS = folded(
    "بدوره بدورها ردا تعليقا إضافة بالإضافة بالمقابل بالتزامن خصوصا", ("", "و")
)
# by saying: behind another verb of saying, right before what was said
SAYING = folded("قائلا قائلة قائلين بالقول بقوله بقولها بقولهم قوله قولها قولهم", ("",))
# twenty to ninety: before who is counted
TENS = folded(
    " ".join(
        f"{ten}{case}"
        for ten in "عشر ثلاث أربع خمس ست سبع ثمان تسع".split()
        for case in ("ون", "ين")
    )
)
# this, that: behind a finished noun phrase they begin another
DEMONSTRATIVES = folded("هذا هذه ذلك تلك هؤلاء هذان هاتان", ("",))
# self: with a pronoun, and yet no noun of its own (المصادر ذاتها)
EMPHATICS = folded(_with_pronouns("نفس ذات عين كل جميع وحد أنفس"), ("",))
# another: whoever it is said of is not the one before
OTHERS = folded("آخر أخرى آخرون آخرين ثان ثانية", ("",))
# some, many, one of them: people whom nobody names
SOME = folded(
    "بعض البعض بعضهم بعضهن أحد أحدهم إحدى إحداهن كثير الكثير كثيرون الكثيرون كثيرين الكثيرين "
    "عدد عديد العديد عشرات مئات آلاف معظم معظمهم غالبية أغلب أغلبهم الجميع جميعهم آخرون الآخرون",
    ("", "ال"),
)
# the latter and the former of those named before
LATTER = folded("الأخير الأخيرة الثاني الثانية", ("",))
FORMER = folded("الأول الأولى", ("",))
# what is said in honour of God, a prophet, the dead: behind a verb it names nobody
EULOGIES = folded("صلى رضي عز جل تعالى سبحانه رحمه", ("",))
# called so, whose name is: before a name
CALLED = folded("يدعى تدعى اسمه اسمها", ("",))
# son of: between two names
SON_OF = folded("بن ابن آل بنت", ("",))
# verbal nouns that news puts right behind the speaker as what was said (أكد الوزير أهمية ...)
CONTENT_NOUNS = folded(
    "أهمية ضرورة وجوب عزم عزمه عزمها حرص حرصه حرصها التزام التزامه التزامها دعم دعمه دعمها "
    "رفض رفضه رفضها استعداد استعداده استعدادها تأييد تأييده قلق قلقه قلقها أمل أمله أسف أسفه "
    "ثقة ثقته بدء بداية انتهاء إطلاق إغلاق فتح تعيين مقتل إصابة وفاة اعتقال توقيف القبض تحرير "
    "سيطرة وصول مغادرة إرسال تمسك تمسكه تمسكها صحة عدم وجود توقيع تأجيل إلغاء اعتزام اعتزامه "
    "اعتزامها نية نيته نيتها مسؤولية مسؤوليته مسؤوليتها تصريحات اتهامات حصيلة عدد نحو أكثر "
    "جميع كل أي هذا هذه تلك عملية إقامة إنشاء تشكيل إيقاف وقف استمرار مواصلة تفاصيل خيبة "
    "بلاده بلادها انه ضرورية موقف قيام نجاح فشل إنهاء تنفيذ",
    ("",),
)
# nouns and names with a و of their own
WAW_WORDS = folded(
    "وزير وزيرة وزراء وزارة وزارات وكيل وكيلة وكلاء وكالة وكالات وفد وفود ولي ولاية ولايات والي "
    "وحدة وحدات والد والدة وسائل وسيط وسطاء وثيقة وثائق ورثة واشنطن وليد وائل وسام وليم ويليام "
    "واين وولتر ويندي وحيد وجيه ودود وديع وفيق وهيب والتر وطن وطني وطنية وكيلها وزيرها",
    ("", "ال"),
)
# nouns and names with a ي of their own: no verb of the imperfect
YA_WORDS = folded(
    "يوسف ياسر ياسين يحيى يونس يعقوب يزيد يمن يمني يمنية يابان ياباني يابانية يونان يوناني "
    "يونانية يهود يهودي يهودية يورو يونيو يوليو يناير يونيسف يونيسكو يوتيوب يسار يساري يمين "
    "يميني يعلون يلدريم يومية يوميات",
    ("",),
)
# words with a ب or ل of their own, or with a pronoun behind it: no preposition with its noun
BI_LI_WORDS = PRONOUN_PHRASES | folded(
    "بين بعد بعض بل بلا بدون بيد بينما بعدما بينهم بينها بينهما بعضهم بعضها بلد بلاد بلاده "
    "لم لن لا لو لكن لكنه لكنها لدى لقد ليس ليست لقاء لجنة ليل ليلة لأن لأنه بحسب بسبب بدلا "
    "بشكل بصورة بصفته بصفتها بموجب بفضل",
    ("",),
)
# adjectives of a title, behind which لـ belongs to it: الأمين العام للأمم المتحدة
TITLE_ADJECTIVES = folded(
    "عام عامة رسمي رسمية أعلى عليا تنفيذي تنفيذية دائم دائمة خاص خاصة إقليمي إقليمية سياسي "
    "سياسية مشترك مشتركة وطني وطنية مركزي مركزية",
    ("", "ال"),
)
# adverbs that may stand between a cue and its source
ADVERBS = folded("حينها حينه أيضا كذلك مجددا مؤخرا لاحقا سابقا بدوره بدورها آنذاك فيما", ("",))
# what a list of a text's words leaves out: the closed classes, and particles of time and number
STOP_WORDS = (
    FUNCTION_WORDS
    | GENITIVE_GOVERNORS
    | INTERROGATIVES
    | PRONOUN_PHRASES
    | COPULAS
    | DEMONSTRATIVES
    | EMPHATICS
    | OTHERS
    | SOME
    | ADVERBS
    | NEGATIONS
    | VERB_PARTICLES
    | CLAUSE_OPENERS
    | RELATIVE_MA
    | folded("أما هناك هنا إما كلا كلتا سوى فقط مثلا أي مدى حد")
)
