"""What figures say, in English and Arabic: titles, axes, legends, sentences of captions."""

from framing.showing.figures import copying_words, result_words
from framing.showing.figures.style import Language

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
    "terror-voice": {
        "en": "Whose words are the words of terrorism?",
        "ar": "كلامُ مَن كلماتُ الإرهاب؟",
    },
    "terror-speakers": {
        "en": "Who calls whom terrorist: whose words they are, and what they are put on",
        "ar": "من يصف من بالإرهاب: كلامُ مَن هو، وعلامَ يُطلق",
    },
    "source-sides": {
        "en": "Who is given a voice: side of the source",
        "ar": "من يُعطى الكلمة: الطرف الذي ينتمي إليه المصدر",
    },
    "source-types": {
        "en": "Who is given a voice: kind of source",
        "ar": "من يُعطى الكلمة: نوع المصدر",
    },
    "stance": {
        "en": "How words are introduced: stance of the cue, in two schemes",
        "ar": "كيف يُقدَّم الكلام: موقف عبارة النقل في تصنيفين",
    },
    "stance-by-side": {
        "en": "How each side's words are introduced, all texts together",
        "ar": "كيف يُقدَّم كلام كل طرف، في النصوص جميعًا",
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
    "share of terror words": {"en": "% of the words of terrorism", "ar": "٪ من كلمات الإرهاب"},
    "share of speech": {
        "en": "% of a text's attributions, or of its words in quoted speech",
        "ar": "٪ من عبارات النقل في النص، أو من كلمات الاقتباس المباشر فيه",
    },
    "share of names": {"en": "% of the names of the group", "ar": "٪ من أسماء التنظيم"},
    "share of words": {"en": "% of words", "ar": "٪ من الكلمات"},
    "share of hits": {"en": "% of hits", "ar": "٪ من الكلمات المطابقة"},
    "actor": {"en": "an actor is called terrorist", "ar": "جهة تُوصف بالإرهاب"},
    "event": {"en": "an act or a threat", "ar": "فعل أو تهديد"},
    "counter-terror": {"en": "terrorism, and fighting it", "ar": "الظاهرة ومكافحتها"},
    "daesh": {"en": "داعش Dāʿish", "ar": "داعش"},
    "islamic-state": {"en": "الدولة الإسلامية Islamic State", "ar": "الدولة الإسلامية"},
    "all texts": {"en": "all texts", "ar": "جميع النصوص"},
    "terror words": {"en": "words of terrorism", "ar": "كلمات الإرهاب"},
    "own of": {
        "en": "{k} of {n} the outlet's own [{low}–{high}]",
        "ar": "{k} من {n} من كلام الوسيلة [{low}–{high}]",
    },
    "own in all": {
        "en": "{k} of {n} words of terrorism are an outlet's own.",
        "ar": "من كلام الوسائل نفسها {k} من أصل {n} من كلمات الإرهاب.",
    },
    "not shown": {
        "en": "Not shown for want of room: {names}.",
        "ar": "لم يتسع الشكل لما يلي: {names}.",
    },
    "none": {"en": "none", "ar": "لا شيء"},
    "put on somebody": {"en": "somebody is called terrorist", "ar": "وصف جهة بالإرهاب"},
    "put on no one": {"en": "not put on anybody", "ar": "لا وصف لأحد"},
    "short narrator": {"en": "own", "ar": "للوسيلة"},
    "short indirect": {"en": "reported", "ar": "منقول"},
    "short direct": {"en": "quoted", "ar": "مقتبس"},
    "source": {"en": "{n} source", "ar": "المصادر: {n}"},
    "sources": {"en": "{n} sources", "ar": "المصادر: {n}"},
    "at most": {"en": "at most {limit}", "ar": "حتى {limit}"},
    "others' words": {"en": "+ {n} in others' words", "ar": "+ {n} في كلام غيرها"},
    "source side": {"en": "of attributions", "ar": "من عبارات النقل"},
    "quoted side": {"en": "of words in quoted speech", "ar": "من كلمات الاقتباس المباشر"},
    "source type": {"en": "of attributions", "ar": "من عبارات النقل"},
    "quoted type": {"en": "of words in quoted speech", "ar": "من كلمات الاقتباس المباشر"},
    "stance": {"en": "fine scheme: class of the lemma", "ar": "التصنيف الدقيق: فئة الفعل"},
    "coarse stance": {
        "en": "coarse scheme: a plain “said” is neutral",
        "ar": "التصنيف المُجمل: ما هو بمعنى «قال» محايد",
    },
    "thin": {
        "en": "hatched: fewer than {least} attributions of that side, too few to say anything of it",
        "ar": "المظلَّل بخطوط: أقل من {least} من عبارات النقل عن ذلك الطرف، فلا يدل عليه",
    },
    "no pair": {
        "en": "No two have {least} attributions each, so that the schemes are not compared.",
        "ar": "لا يوجد اثنان لكل منهما {least} من عبارات النقل، فلا تُقارن نتائج التصنيفين.",
    },
    "kept of": {
        "en": "Of {all} differences between two texts or outlets in the fine scheme {kept} keep "
        "their direction in the coarse one; those that do not, and are no finding, are in: {names}.",
        "ar": "من {all} من الفروق بين نصين أو وسيلتين في التصنيف الدقيق يحتفظ {kept} باتجاهه في "
        "التصنيف المُجمل؛ أما ما لا يحتفظ به فليس نتيجة، وهو في: {names}.",
    },
    "kept between": {
        "en": "{first} minus {second}, in percentage points. The same direction in both schemes: "
        "{kept}. Only in one (fine / coarse), so no finding: {lost}.",
        "ar": "{first} ناقص {second} بالنقاط المئوية. اتجاه واحد في التصنيفين: {kept}. في أحدهما فقط "
        "(الدقيق / المُجمل) فليس نتيجة: {lost}.",
    },
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
    "terror-voice": {
        "en": "Words of the root رهب by voice, counts in the bars. Reported words stand in what the "
        "article passes on of somebody without quotation marks.",
        "ar": "كلمات الجذر رهب بحسب الصوت، والأعداد مكتوبة في الأعمدة. الكلام المنقول ما يرويه المقال "
        "عن أحد بلا علامات تنصيص.",
    },
    "terror-speakers": {
        "en": "Words of the root رهب by the side whose words they are (rows) and by what they are put "
        "on (columns), all texts together; below a count, how many are quoted and how many reported. "
        "Only the columns of the first block call somebody a terrorist. “Not known”: no rule says who "
        "speaks. Counts, not rates: sides that speak more have more words.",
        "ar": "كلمات الجذر رهب بحسب الطرف الذي هي من كلامه (الصفوف) وما تُطلق عليه (الأعمدة) في النصوص "
        "جميعًا؛ وتحت العدد المقتبس منها والمنقول. أعمدة القسم الأول وحدها تصف جهة بالإرهاب. و«غير "
        "معروف» ما لا تدل قاعدة على قائله. وهذه أعداد لا معدلات: فمن تكلّم أكثر زادت كلماته.",
    },
    "source-sides": {
        "en": "Share of each side among the attributions that the outlet itself makes (filled), and "
        "among the words in quoted speech (hollow), k of n printed at the dot. Cues in what a source "
        "says are left out; words belong to the innermost source. All words are counted, not sampled, "
        "and come in runs: they have no interval.",
        "ar": "حصة كل طرف من عبارات النقل التي تعقدها الوسيلة نفسها (الممتلئة) ومن كلمات الاقتباس "
        "المباشر (المفرغة)، والعدد من المجموع مكتوب عند النقطة. لا تدخل العبارات الواردة في كلام مصدر، "
        "وتُنسب الكلمات إلى أقرب مصدر إليها. عُدّت الكلمات كلها وهي ترد متتابعة، فلا فترة لها.",
    },
    "source-types": {
        "en": "Share of each kind of source among the attributions that the outlet itself makes "
        "(filled), and among the words in quoted speech (hollow), k of n printed at the dot. Cues in "
        "what a source says are left out; words belong to the innermost source. All words are counted, "
        "not sampled, and come in runs: they have no interval.",
        "ar": "حصة كل نوع من المصادر من عبارات النقل التي تعقدها الوسيلة نفسها (الممتلئة) ومن كلمات "
        "الاقتباس المباشر (المفرغة)، والعدد من المجموع مكتوب عند النقطة. لا تدخل العبارات الواردة في "
        "كلام مصدر، وتُنسب الكلمات إلى أقرب مصدر إليها. عُدّت الكلمات كلها وهي ترد متتابعة، فلا فترة لها.",
    },
    "stance": {
        "en": "Share of each stance among the attributions (cues that give somebody a voice) that the "
        "outlet itself makes, k of n printed at the dot. Stance is the class of the cue's lemma in the "
        "attribution lexicon; the coarse scheme counts cues that often mean a plain “said” (أكد، أشار، "
        "أوضح، لفت) as neutral.",
        "ar": "حصة كل موقف من عبارات النقل التي تعقدها الوسيلة نفسها، والعدد من المجموع مكتوب عند "
        "النقطة. الموقف فئة الفعل في معجم النقل؛ ويَعُدّ التصنيف المُجمل ما يأتي كثيرًا بمعنى «قال» "
        "(أكد، أشار، أوضح، لفت) محايدًا.",
    },
    "stance-by-side": {
        "en": "Share of each stance among the attributions that the outlets themselves make, by the side "
        "of the source; below the share k of n. Each row of the fine scheme sums to one; of the coarse "
        "scheme, which counts cues that often mean a plain “said” (أكد، أشار، أوضح، لفت) as neutral, "
        "only the classes that change are shown.",
        "ar": "حصة كل موقف من عبارات النقل التي تعقدها الوسائل نفسها بحسب طرف المصدر، وتحتها العدد من "
        "المجموع. مجموع كل صف في التصنيف الدقيق واحد صحيح؛ ولا يظهر من التصنيف المُجمل، وهو يَعُدّ ما "
        "يأتي كثيرًا بمعنى «قال» (أكد، أشار، أوضح، لفت) محايدًا، إلا الفئات التي تتغير.",
    },
    "sourcing": {
        "en": "References that the outlet itself makes to each scored kind of source in the sourcing "
        "lexicon; below the number, the distinct sources in them (repeated references to one source are "
        "one), and the rate per 1,000 words. A zero stands with the end of its interval. References in "
        "what a source says are added apart. Outlets that only carried an interview are left out.",
        "ar": "عدد إحالات الوسيلة نفسها على كل نوع محسوب من معجم المصادر، وتحته عدد المصادر المختلفة "
        "(فالإحالة المكررة على مصدر واحد مصدر واحد) والمعدل لكل ألف كلمة. ومع الصفر حدّ فترته الأعلى. "
        "والإحالات الواردة في كلام مصدر مضافة على حدة. ولا تدخل وسائل الإعلام التي اقتصر دورها على نشر "
        "المقابلة.",
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
        "en": "Bars: 95% Wilson intervals; of a small share of few cases (5% of 10) they hold 91% of the time.",
        "ar": "تمثّل الخطوط فترات ثقة ويلسون 95%؛ وتصدق في 91% من المرات إن كانت الحصة صغيرة والحالات قليلة (5% من 10).",
    },
    "bars": {
        "en": "In brackets: 95% Wilson intervals of the outlet's own share; of a small share of few words (5% of 10) they hold 91% of the time.",
        "ar": "بين المعقوفين فترات ويلسون 95% لحصة الوسيلة نفسها؛ وتصدق في 91% من المرات إن كانت الحصة صغيرة والكلمات قليلة (5% من 10).",
    },
    "table": {
        "en": "95% Wilson intervals stand in the numbers beside the figure; of a small share of few cases (5% of 10) they hold 91% of the time.",
        "ar": "فترات ويلسون 95% في أرقام الشكل؛ وتصدق في 91% من المرات إن كانت الحصة صغيرة والحالات قليلة (5% من 10).",
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
for known, more in (
    (TITLES, copying_words.TITLES),
    (TEXTS, copying_words.TEXTS),
    (TEXTS, result_words.TEXTS),
    (CAPTIONS, copying_words.CAPTIONS),
):
    known.update(more)


def text(key: str, lang: Language) -> str:
    """The words for a key; a key nobody translated stands for itself."""
    return TEXTS.get(key, {}).get(lang, key)
