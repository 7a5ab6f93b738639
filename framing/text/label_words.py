"""What stands before a colon at the head of a line, folded: flashes, labels, topics, ministries.

No closed classes, as those of `framing.text.function_words`: what newsrooms write there.
"""

from framing.text.function_words import folded

# what a desk puts before a headline: عاجل | ...
FLASHES = folded("عاجل خاص حصري حصريا بالفيديو بالصور فيديو تحديث مباشر شاهد", ("",))
# what a line may be labelled as, which speaks for nobody
LABELS = FLASHES | folded(
    "عنوان مكان زمان تاريخ موضوع هدف سبب نتيجة خلاصة سؤال جواب حل مصدر كاتب تفاصيل تصوير كتب إعداد "
    "ترجمة بقلم حوار متابعة تحرير صورة صور مثال ملاحظة تنبيه هاتف بريد سعر عدد مدة درجة نوع اسم "
    "أسماء عمر لون حجم وزن رقم رابط ثانيا ثالثا رابعا خامسا أولا أخيرا أيضا مثلا كالتالي كالآتي "
    "التالي التالية الآتي الآتية حقائق أرقام رأي قصة قصص سيرة كلمات مفاتيح محطات قضية "
    "قضايا ملف ملفات بداية نهاية مقدمة خاتمة خبر رياضة اقتصاد سياسة تقنية طب علوم فن فنون",
    ("", "ال"),
)
# of what a headline tells, before its colon: a work, a contest, a list; they speak for nobody
TOPICS = folded(
    "مذكرات قصة قصص رواية فيلم كتاب مسلسل مسرحية أغنية أسباب تفاصيل صور تصفيات دوري كأس قرعة "
    "مباراة مباريات جدول أخبار مهرجان معرض مواعيد موعد حلقة مشهد برنامج وصفة مطعم سلسلة ملخص "
    "أبرز أهم شهادات ذكرى تفجير تفجيرات هجوم هجمات حادث حادثة أزمة قضية انتخابات معركة",
    ("", "ال"),
)
# ministries by what they are for, as headlines name them: الداخلية الكينية, الصحة
MINISTRIES = folded(
    "خارجية داخلية دفاع عدل مالية صحة تعليم تربية زراعة نقل عمل إسكان تجارة صناعة طاقة نفط كهرباء "
    "ثقافة إعلام سياحة بيئة رئاسة أوقاف اتصالات مواصلات تموين هجرة خزانة أرصاد جمارك",
    ("ال",),
)
