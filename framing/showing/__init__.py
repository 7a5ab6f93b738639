"""Tables, figures and pages: what was found, drawn and printed."""

import lazy_loader as lazy

# figures load with matplotlib, so only when somebody draws
__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)
