"""A register of exchange between peoples, read from coverage, every fact with its sentence."""

__version__ = "0.1.0"
