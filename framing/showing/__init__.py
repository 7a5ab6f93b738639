"""Tables, figures and pages: what was found, drawn and printed.

`tables` sets a table as a reader sees it, `figures` draws, `page` and `report` put everything into
one folder; all words in both languages come from `wording` and the phrases of figures. Figures
load with matplotlib, so only when somebody draws.

Other packages use:

- `citation`: cite
- `estimates`: rate_text, share_text
- `figures`: PictureFormat
- `lexicon_check`: Check, check_lexicon
- `marked_article`: article, save_article
- `record`: verify
- `report`: report
- `research_object`: write_crate
- `shelf`: template
- `side_by_side`: side_by_side, substitutions_table
- `tables`: feature_label, show_table
- `wording`: class_label, side_label, wording
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)
