"""What every test runs under: no display, and laws tried the same way on every machine."""

import os
from datetime import timedelta

from hypothesis import HealthCheck, settings

# fixtures hold no examples, and have one name
collect_ignore = ["conftest.py", "browser/conftest.py", "cli/conftest.py"]

os.environ.setdefault("MPLBACKEND", "Agg")
os.environ.setdefault("TQDM_DISABLE", "1")  # a slow machine prints no bar into a notebook

# Five seconds an example: far above what any law needs, also for the first one, which
# inflects the lexicons; so a slow machine fails nothing, and an endless loop is found.
settings.register_profile(
    "framing",
    deadline=timedelta(seconds=5),
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a slow machine is no fault
)
settings.load_profile("framing")
