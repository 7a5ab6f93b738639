"""What serves and what writes a desk, loaded when it is asked for."""

from .desk import Desk as Desk
from .served import serve as serve
from .written import write_desk as write_desk
