"""The engine for marks whose parts stand in a fixed order, words or none: ``FO 371/84123``, ``NAA: A1838, 2498/11``."""

from provcheck.archives.reading.coded.begin import read

__all__ = ["read"]
