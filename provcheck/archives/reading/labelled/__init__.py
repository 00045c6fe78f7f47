"""The engine for shelfmarks whose levels are announced by words, before their numbers or behind them."""

from provcheck.archives.reading.labelled.walk import read

__all__ = ["read"]
