"""The engine for marks that are only numbers: ``558/11/334/105``, ``558.11.334.105``, ``146-1-2621``."""

from provcheck.archives.reading.numeric.alone import before, closed_case, read_alone
from provcheck.archives.reading.numeric.in_part import complete, item, lone_fond
from provcheck.archives.reading.numeric.numbers import follows, two_end
from provcheck.archives.reading.numeric.walk import read

__all__ = ["before", "closed_case", "complete", "follows", "item", "lone_fond", "read", "read_alone", "two_end"]
