"""What figures say, in English and Arabic: titles, axes, legends, sentences of captions."""

from framing.figures.style import Language

MOST_OUTLETS = 15  # lines a reader can still tell apart in one panel

TITLES: dict[str, dict[Language, str]] = {
    "militancy": {
        "en": "How armed actors and political violence are named",
        "ar": "كيف تُسمّى الجهات المسلحة والعنف السياسي",
    },
    "terror-root": {
        "en": "What words of the root رهب (rhb, terror) are put on",
        "ar": "على ماذا تُطلق كلمات الجذر رهب",
    },
    "group-name": {
        "en": "What the group that calls itself Islamic State is called",
        "ar": "بماذا يُسمّى التنظيم الذي يسمي نفسه الدولة الإسلامية",
    },
    "stance": {
        "en": "How words are introduced: stance of the cue",
        "ar": "كيف يُقدَّم الكلام: موقف عبارة النقل",
    },
    "sourcing": {
        "en": "Leaks, unnamed sources, media as source: what is there and what is not",
        "ar": "التسريبات والمصادر غير المسماة ووسائل الإعلام مصدرًا: ما حضر وما غاب",
    },
    "quoted-words": {
        "en": "Words that stand inside quotation marks",
        "ar": "الكلمات الواقعة بين علامات التنصيص",
    },
    "spelling": {
        "en": "What exact matching would find, and why it would miss",
        "ar": "ما تجده المطابقة الحرفية ولماذا تُخطئ الباقي",
    },
    "state": {
        "en": "What the Syrian state is called",
        "ar": "بماذا تُسمّى الدولة السورية",
    },
}
TEXTS: dict[str, dict[Language, str]] = {
    "direct": {"en": "inside quotation marks", "ar": "بين علامتي تنصيص"},
    "unknown": {"en": "outside quotation marks", "ar": "خارج علامات التنصيص"},
    "all": {"en": "all", "ar": "الكل"},
    "per 1,000": {"en": "per 1,000 words of lead and body", "ar": "لكل ألف كلمة من المطلع والمتن"},
    "share of references": {"en": "% of attributions", "ar": "٪ من عبارات النقل"},
    "share of names": {"en": "% of the names of the group", "ar": "٪ من أسماء التنظيم"},
    "share of words": {"en": "% of words", "ar": "٪ من الكلمات"},
    "share of hits": {"en": "% of hits", "ar": "٪ من الكلمات المطابقة"},
    "at most": {"en": "at most", "ar": "الحد الأعلى"},
    "actor": {"en": "an actor is called terrorist", "ar": "جهة تُوصف بالإرهاب"},
    "event": {"en": "an act or a threat", "ar": "فعل أو تهديد"},
    "counter-terror": {"en": "the phenomenon", "ar": "الظاهرة ومكافحتها"},
    "daesh": {"en": "داعش Dāʿish", "ar": "داعش"},
    "islamic-state": {"en": "الدولة الإسلامية Islamic State", "ar": "الدولة الإسلامية"},
    "speech": {"en": "speech", "ar": "كلام منقول"},
    "exact": {"en": "found by exact matching", "ar": "تجدها المطابقة الحرفية"},
    "hamza": {"en": "missed: hamza, ya, ta marbuta", "ar": "تفوتها: همزة أو ياء أو تاء مربوطة"},
    "diacritics": {"en": "missed: diacritic or tatweel", "ar": "تفوتها: تشكيل أو تطويل"},
    "clitic": {"en": "missed: attached clitic", "ar": "تفوتها: حرف أو ضمير متصل"},
}
CAPTIONS: dict[str, dict[Language, str]] = {
    "militancy": {
        "en": "Mentions of each category of the militancy lexicon. A word inside quotation marks "
        "of speech is somebody else's; of a word outside them this version does not know whether "
        "it is reported or the outlet's own.",
        "ar": "مرات ورود كل فئة من معجم المسلحين. الكلمة الواقعة بين علامتي تنصيص لكلام منقول هي "
        "لغير الصحيفة؛ أما خارجهما فلا يُعرف في هذا الإصدار أهي منقولة أم للصحيفة نفسها.",
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
        "en": "References by category, in number. A zero is followed by the rate per 1,000 words "
        "that it does not exclude. Outlets that only carried an interview are left out; repeated "
        "references to one source are counted each time.",
        "ar": "عدد الإحالات في كل فئة. بعد كل صفر أعلى معدل لكل ألف كلمة لا ينفيه. لا تدخل وسائل "
        "الإعلام التي كانت مكانًا للمقابلة فقط، وتُعدّ الإحالة المكررة في كل مرة.",
    },
    "quoted-words": {
        "en": "Share of the words of lead and body that stand inside quotation marks of speech, "
        "k of n printed at the dot.",
        "ar": "حصة كلمات المطلع والمتن الواقعة بين علامات تنصيص لكلام منقول، والعدد من المجموع "
        "مكتوب عند النقطة.",
    },
    "spelling": {
        "en": "Hits of the militancy and state lexicons. Exact matching is given every inflected "
        "form with and without article; a hit may be missed for more than one reason.",
        "ar": "كلمات معجمي المسلحين والدولة. تُعطى المطابقة الحرفية كل صيغة مصرّفة بأداة التعريف "
        "ومن دونها؛ وقد تفوتها الكلمة لأكثر من سبب.",
    },
    "state": {
        "en": "Mentions of each way of naming the Syrian state, by category of the state lexicon.",
        "ar": "مرات ورود كل طريقة لتسمية الدولة السورية بحسب فئات معجم الدولة.",
    },
}
INTERVALS: dict[str, dict[Language, str]] = {
    "rate": {
        "en": "Bars: exact 95% Poisson intervals (Garwood).",
        "ar": "الخطوط: فترات ثقة بواسون الدقيقة ٩٥٪ (غاروود).",
    },
    "share": {
        "en": "Bars: 95% Wilson intervals.",
        "ar": "الخطوط: فترات ثقة ويلسون ٩٥٪.",
    },
}
INDEPENDENCE: dict[Language, str] = {
    "en": "Intervals treat mentions as independent; they describe these texts and do not "
    "generalise to an outlet.",
    "ar": "تفترض الفترات استقلال المرات، فهي تصف هذه النصوص ولا تُعمَّم على الصحيفة.",
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
CUT: dict[Language, str] = {
    "en": "Of {all} outlets the {shown} with most words are shown.",
    "ar": "من أصل {all} تظهر {shown} صحيفة هي الأكثر كلمات.",
}
SAMPLE: dict[Language, str] = {
    "en": "n = {articles} articles, {words} words of lead and body.",
    "ar": "العدد: {articles} مقالات، {words} كلمة من المطلع والمتن.",
}


def text(key: str, lang: Language) -> str:
    """The words for a key; a key nobody translated stands for itself."""
    return TEXTS.get(key, {}).get(lang, key)
