"""Shelfmarks written: labels short, full or none, any language, GOST or Chicago."""
