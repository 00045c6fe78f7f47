"""provcheck: checks where archival documents come from and how they are cited."""

__version__ = "0.1.0"
