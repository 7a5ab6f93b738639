"""A corpus asked by click and key: chart, sentences, article, and the code that gives the same.

A question is a small object (`asked`), so is its answer. `desk` answers with the package's own
functions: what is counted once (`counts`) is chosen from and added up (`charts`, `calls`,
`swaps`), a number is opened (`sentences`), and each answer says how to get it by hand
(`reproducing`). One front end in `front/` shows answers; a notebook (`notebook`), a server on this
machine (`served`) or a folder of answers written beforehand (`written`) bring it them.

Other packages use:

- `notebook`: explore

The command line takes `Desk`, `serve` and `write_desk` of the package itself.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)
