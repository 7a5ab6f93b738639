"""The drawings, loaded when they are asked for."""

from . import figures as figures
