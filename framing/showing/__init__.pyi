"""The drawings and the tables, loaded when they are asked for."""

from . import figures as figures
from . import tables as tables
