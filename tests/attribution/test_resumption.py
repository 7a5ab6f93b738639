"""Where a cue names nobody, the one goes on who can: the subject, one of its gender, the last."""

import pytest
from rules import cases

from framing.attribution.attributions import find_attributions
from framing.text.tokens import read_words

TURNS = {
    "subject": [
        ("التقى الرئيس المصري الوفد، مؤكدا أن الجسر آمن.", "egypt"),
        ("رأت كندا أن الحل قريب. واستقبلت وزارة النقل الهندية الوفد، مشيرة إلى أن الجسر آمن.",
         "india"),
        ("رأت كندا أن الحل قريب. ويعمل المسؤولون المصريون في الجسر، لكنهم حذروا من أن الوقت قصير.",
         "egypt"),
        ("أشرقت الشمس، مؤكدة أن الربيع قريب.", "unknown"),
    ],
    "agreement": [
        ("قالت وزيرة النقل الهندية إن الجسر آمن. ورأى مسؤول كندي أنه قديم. وأضافت أن العمل بدأ.",
         "india"),
        ("قال وزير النقل الهندي إن الجسر آمن. ورأت كندا أنه قديم. وأضاف أن العمل بدأ.", "india"),
        ("رأت كندا أن الجسر قديم. وبحسب وزير هندي فإن الجسر آمن. وأضافت أن العمل بدأ.", "india"),
    ],
    "number": [
        ("قال وزير النقل الهندي إن الجسر آمن. ورأى خبراء كنديون أنه قديم. وأضاف أن العمل بدأ.",
         "india"),
        ("قال وزير النقل الهندي إن الجسر آمن. ورأى خبراء كنديون أنه قديم. وأضافوا أن العمل بدأ.",
         "canada"),
    ],
    "last": [
        ("قال وزير النقل الهندي إن الجسر آمن. وأضاف أن العمل بدأ.", "india"),
        ("رأت كندا أن الجسر قديم. وأضاف أن العمل بدأ.", "canada"),
        ("رأت كندا أن الجسر قديم، بينما زار الوزير الهندي المتحف، مؤكدة أن العمل بدأ.",
         "canada"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "side"), cases(TURNS))
def test_somebody_goes_on(text, side):
    assert find_attributions(read_words(text))[-1].speaker.side == side
