"""What figures of copying say, in English and Arabic."""

from framing.showing.figures.style import Language

TITLES: dict[str, dict[Language, str]] = {
    "parallel": {
        "en": "The same sentence, another word",
        "ar": "الجملة نفسها بكلمة أخرى",
    },
    "sharing": {
        "en": "Who shares passages with whom",
        "ar": "من يشترك مع من في الفقرات نفسها",
    },
    "coverage": {
        "en": "Who says what, and who does not",
        "ar": "من يذكر ماذا ومن لا يذكره",
    },
    "wordings": {
        "en": "One denial, as the outlets word it",
        "ar": "نفي واحد كما صاغته الوسائل",
    },
}
TEXTS: dict[str, dict[Language, str]] = {
    "labels": {"en": "label or naming", "ar": "تسمية"},
    "speech": {"en": "source, cue, hedge", "ar": "مصدر أو فعل نقل أو تحفظ"},
    "quotation": {"en": "quotation: words or marks", "ar": "الاقتباس: كلماته أو علاماته"},
    "rest": {"en": "other words", "ar": "كلمات أخرى"},
    "a label": {"en": "word of the militancy lexicon", "ar": "كلمة من معجم تسميات الجهات المسلحة"},
    "present": {"en": "present", "ar": "مذكور"},
    "attributed": {"en": "attributed", "ar": "منسوب"},
    "denied": {"en": "denied", "ar": "منفي"},
    "absent": {"en": "absent", "ar": "غائب"},
    "held in": {"en": "{k} of {n} articles", "ar": "المقالات: {k} من {n}"},
    "near misses": {"en": "near-misses: {n}", "ar": "ما يقاربه: {n}"},
    "pairs of passages": {"en": "passages: {n}", "ar": "الفقرات: {n}"},
    "chosen": {
        "en": "{shown} of {changed} pairs of passages of different outlets in which something was "
        "changed; {pairs} pairs were found in all.",
        "ar": "المعروض {shown} من أصل {changed} من أزواج الفقرات المتغيرة بين وسيلتين مختلفتين؛ "
        "وعدد الأزواج جميعًا {pairs}.",
    },
    "changes": {
        "en": "Number of changes by kind: {list}.",
        "ar": "عدد التغييرات بحسب نوعها: {list}.",
    },
    "independent": {
        "en": "{articles} articles share so much that they amount to {effective} independent ones "
        "(each word counted in parts where several articles carry it).",
        "ar": "تشترك المقالات، وعددها {articles}، في قدر من النص يجعلها بمنزلة {effective} من "
        "المقالات المستقلة (تُقسم كل كلمة على المقالات التي تحملها).",
    },
    "states": {
        "en": "Cells: {list}.",
        "ar": "الخانات: {list}.",
    },
    "claim": {
        "en": "The claim: {claim} ({outlets} outlets deny it, {labelled} of {lines} passages hold "
        "a word of the militancy lexicon).",
        "ar": "القول المنفي: {claim} (تنفيه {outlets} من الوسائل، وفي {labelled} من {lines} من "
        "المقاطع كلمة من معجم تسميات الجهات المسلحة).",
    },
    "set": {"en": "Set of propositions: {name}.", "ar": "مجموعة القضايا: {name}."},
}
CAPTIONS: dict[str, dict[Language, str]] = {
    "parallel": {
        "en": "Passages that two outlets share, one under the other; words that differ are marked, "
        "below them is said how. Changes of labels come first, the same change once. Words are "
        "aligned on their letters, so that house spelling is no change. “Added” and “dropped” are "
        "said of the lower passage against the upper and claim nothing of who wrote first.",
        "ar": "فقرات تشترك فيها وسيلتان، إحداهما تحت الأخرى، والكلمات المختلفة مُعلَّمة وتحتها نوع "
        "التغيير. تأتي تغييرات التسميات أولًا، ولا يتكرر التغيير نفسه. تُطابق الكلمات بحروفها فلا "
        "يُعدّ الإملاء تغييرًا. والإضافة والحذف في السفلى قياسًا إلى العليا، ولا يدلان على من كتب "
        "أولًا.",
    },
    "sharing": {
        "en": "How many articles of the outlet in the row share a passage with an article of the "
        "outlet in the column, of how many; below it the pairs of passages. On the diagonal, "
        "what an outlet repeats. A passage is a stretch of a sentence with wording in common "
        "beyond names, titles and set phrases.",
        "ar": "كم مقالًا من مقالات الوسيلة في الصف يشترك في فقرة مع مقال للوسيلة في العمود، ومن أصل "
        "كم، وتحته عدد أزواج الفقرات. وعلى القطر ما تكرره الوسيلة نفسها. والفقرة مقطع من جملة فيه "
        "ألفاظ مشتركة غير الأسماء والألقاب والعبارات الجاهزة.",
    },
    "coverage": {
        "en": "What each outlet says of each proposition: present in its own words, attributed to "
        "somebody, denied, or absent; of several, the first of these. Below it the articles that "
        "hold it, or the near-misses, passages that lack one search term only. Terms find words, "
        "not meanings: an absence is to be checked in tables/coverage_passages.csv.",
        "ar": "ما تقوله كل وسيلة عن كل قضية: مذكور بكلامها، أو منسوب إلى غيرها، أو منفي، أو غائب؛ "
        "وإن تعددت فأولها. وتحته المقالات التي تحملها، أو ما يقاربها من مقاطع ينقصها لفظ واحد من "
        "ألفاظ البحث. والألفاظ تجد الكلمات لا المعاني: فيُتحقق من الغياب في "
        "tables/coverage_passages.csv.",
    },
    "wordings": {
        "en": "The claim of the set that most outlets deny, each denial as it is printed, with the "
        "words of its sentence round it. Marked: words of the militancy lexicon.",
        "ar": "القول الذي تنفيه أكثر الوسائل من بين المجموعة، وكل نفي كما نُشر مع ما حوله من جملته. "
        "والمُعلَّم كلمات معجم تسميات الجهات المسلحة.",
    },
}
