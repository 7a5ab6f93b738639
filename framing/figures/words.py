"""What figures say, in English and Arabic: titles, axes, legends, sentences of captions."""

from framing.figures.style import Language

TITLES: dict[str, dict[Language, str]] = {
    "militancy": {
        "en": "How armed actors and political violence are named",
        "ar": "كيف تُسمّى الجهات المسلحة والعنف السياسي",
    },
    "terror-root": {
        "en": "What words of the root رهب (rhb, terror) are put on",
        "ar": "علامَ تُطلق كلمات الجذر رهب",
    },
    "group-name": {
        "en": "What the group that calls itself Islamic State is called",
        "ar": "الأسماء التي تُطلق على التنظيم الذي يسمي نفسه الدولة الإسلامية",
    },
    "stance": {
        "en": "How words are introduced: stance of the cue",
        "ar": "كيف يُقدَّم الكلام: موقف عبارة النقل",
    },
    "sourcing": {
        "en": "Leaks, unnamed sources, media as source: what is there and what is not",
        "ar": "التسريبات والمصادر المُجهَّلة والنقل عن وسائل الإعلام: ما ورد منها وما لم يرد",
    },
    "quoted-words": {
        "en": "Words that stand in quoted speech",
        "ar": "الكلمات الواقعة في اقتباس مباشر",
    },
    "spelling": {
        "en": "What exact matching would find, and why it would miss",
        "ar": "ما تجده المطابقة الحرفية وما يفوتها ولماذا",
    },
    "state": {
        "en": "How the Syrian state and its head are named",
        "ar": "كيف تُسمّى الدولة السورية ورأسها",
    },
}
TEXTS: dict[str, dict[Language, str]] = {
    "narrator": {"en": "the outlet's own words", "ar": "كلام الوسيلة نفسها"},
    "indirect": {"en": "reported", "ar": "كلام منقول"},
    "direct": {"en": "in quoted speech", "ar": "في اقتباس مباشر"},
    "all": {"en": "all", "ar": "الكل"},
    "per 1,000": {"en": "per 1,000 words of lead and body", "ar": "لكل ألف كلمة من المقدمة والمتن"},
    "share of references": {"en": "% of attributions", "ar": "٪ من عبارات النقل"},
    "share of names": {"en": "% of the names of the group", "ar": "٪ من أسماء التنظيم"},
    "share of words": {"en": "% of words", "ar": "٪ من الكلمات"},
    "share of hits": {"en": "% of hits", "ar": "٪ من الكلمات المطابقة"},
    "actor": {"en": "an actor is called terrorist", "ar": "جهة تُوصف بالإرهاب"},
    "event": {"en": "an act or a threat", "ar": "فعل أو تهديد"},
    "counter-terror": {"en": "terrorism, and fighting it", "ar": "الظاهرة ومكافحتها"},
    "daesh": {"en": "داعش Dāʿish", "ar": "داعش"},
    "islamic-state": {"en": "الدولة الإسلامية Islamic State", "ar": "الدولة الإسلامية"},
    "speech": {"en": "quoted speech", "ar": "اقتباس مباشر"},
    "exact": {"en": "found by exact matching", "ar": "تجدها المطابقة الحرفية"},
    "hamza": {"en": "missed: hamza, ya, ta marbuta", "ar": "تفوتها: همزة أو ياء أو تاء مربوطة"},
    "diacritics": {"en": "missed: diacritic or tatweel", "ar": "تفوتها: تشكيل أو تطويل"},
    "clitic": {"en": "missed: attached clitic", "ar": "تفوتها: حرف عطف أو جر أو ضمير متصل"},
}
CAPTIONS: dict[str, dict[Language, str]] = {
    "militancy": {
        "en": "Mentions of each scored category of the militancy lexicon. A word in quoted speech is "
        "somebody else's, and so is a word in what the article reports of somebody without marks; "
        "the rest is the outlet's own. A name or a scare word in quotation marks of its own is not "
        "speech.",
        "ar": "مرات ورود كل فئة محسوبة من معجم تسميات الجهات المسلحة. الكلمة الواقعة في اقتباس مباشر "
        "هي لغير الوسيلة، وكذلك ما ينقله المقال عن أحد بلا علامات تنصيص؛ وما عداهما كلام الوسيلة "
        "نفسها. أما الاسم أو اللفظ الموضوع وحده بين علامتي تنصيص فليس كلامًا مقتبسًا.",
    },
    "terror-root": {
        "en": "Words of the root رهب by what they are put on. Only the first panel holds words "
        "that call somebody a terrorist.",
        "ar": "كلمات الجذر رهب بحسب ما تُطلق عليه. اللوحة الأولى وحدها تضم ما يصف جهة بالإرهاب.",
    },
    "group-name": {
        "en": "Each name's share of all names of the group, k of n printed at the dot.",
        "ar": "حصة كل اسم من جميع أسماء التنظيم، والعدد من المجموع مكتوب عند النقطة.",
    },
    "stance": {
        "en": "Share of each stance among the attributions (cues that give somebody a voice), k of "
        "n printed at the dot. Stance is the class of the cue's lemma in the attribution lexicon.",
        "ar": "حصة كل موقف من عبارات النقل، والعدد من المجموع مكتوب عند النقطة. الموقف فئة "
        "الفعل في معجم النقل.",
    },
    "sourcing": {
        "en": "References of each scored category of the sourcing lexicon; below the number the rate "
        "per 1,000 words. Outlets that only carried an interview are left out; repeated references "
        "to one source are counted each time.",
        "ar": "عدد الإحالات في كل فئة محسوبة من معجم المصادر، وتحته المعدل لكل ألف كلمة. لا تدخل وسائل "
        "الإعلام التي اقتصر دورها على نشر المقابلة، وتُعدّ الإحالة المكررة في كل مرة.",
    },
    "quoted-words": {
        "en": "Share of the words of lead and body that stand in quoted speech, k of n printed at the "
        "dot. The words are all counted, not sampled, and come in runs: no interval is given.",
        "ar": "حصة كلمات المقدمة والمتن الواقعة في اقتباس مباشر، والعدد من المجموع مكتوب عند النقطة. "
        "عُدّت الكلمات كلها ولم تُؤخذ منها عيّنة، وهي ترد متتابعة، فلا تُعطى لها فترة ثقة.",
    },
    "spelling": {
        "en": "Hits of the militancy and state lexicons. Exact matching is given every inflected "
        "form with and without article; a hit may be missed for more than one reason.",
        "ar": "مواضع كلمات معجمي تسميات الجهات المسلحة والدولة. تُعطى المطابقة الحرفية كل صيغة مصرّفة "
        "بأداة التعريف ومن دونها؛ وقد تفوتها الكلمة لأكثر من سبب.",
    },
    "state": {
        "en": "Mentions of the Syrian state and its head, by category of the state lexicon; presidency "
        "holds the president's name alone too.",
        "ar": "مرات ورود الدولة السورية ورأسها بحسب فئات معجم الدولة؛ وتضم فئة الرئاسة اسم الرئيس "
        "وحده أيضًا.",
    },
}
INTERVALS: dict[str, dict[Language, str]] = {
    "rate": {
        "en": "Bars: exact 95% Poisson intervals (Garwood); an arrowhead means that the interval runs on.",
        "ar": "تمثّل الخطوط فترات ثقة بواسون الدقيقة 95% (غاروود)؛ ويدل رأس السهم على أن الفترة تمتد أبعد.",
    },
    "share": {
        "en": "Bars: 95% Wilson intervals.",
        "ar": "تمثّل الخطوط فترات ثقة ويلسون 95%.",
    },
    "tiles": {
        "en": "In brackets: exact 95% Poisson intervals (Garwood); a zero is not never.",
        "ar": "بين المعقوفين فترات ثقة بواسون الدقيقة 95% (غاروود)؛ وعدم الظهور لا ينفي الوجود.",
    },
}
INDEPENDENCE: dict[Language, str] = {
    "en": "Intervals treat mentions as independent; they describe these texts and do not "
    "generalise to an outlet.",
    "ar": "تفترض فترات الثقة أن مرات الورود مستقل بعضها عن بعض، فهي تصف هذه النصوص ولا تُعمَّم على "
    "الوسيلة.",
}
NOTHING: dict[Language, str] = {
    "en": "Nothing was found in these texts.",
    "ar": "لم يُعثر على شيء في هذه النصوص.",
}
LEXICON: dict[Language, str] = {"en": "Lexicon", "ar": "المعجم"}
ABSENT: dict[Language, str] = {
    "en": "Found in no text, so without a panel: {names}.",
    "ar": "لم ترد في أي نص فلا لوحة لها: {names}.",
}
UNSCORED: dict[Language, str] = {
    "en": "Categories outside the codebook's score are left out: {names}.",
    "ar": "لا تدخل الفئات غير المحسوبة في دليل الترميز: {names}.",
}
CUT: dict[Language, str] = {
    "en": "Of {all} outlets the {shown} with most words are shown.",
    "ar": "لا تظهر إلا الوسائل الأكثر كلمات، وعددها {shown} من أصل {all}.",
}
SAMPLE: dict[Language, str] = {
    "en": "n = {articles} articles, {words} words of lead and body.",
    "ar": "عدد المقالات: {articles}؛ عدد كلمات المقدمة والمتن: {words}.",
}


def text(key: str, lang: Language) -> str:
    """The words for a key; a key nobody translated stands for itself."""
    return TEXTS.get(key, {}).get(lang, key)
