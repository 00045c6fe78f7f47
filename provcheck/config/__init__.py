"""What a repository wants: ``provcheck.toml``, or ``[tool.provcheck]`` in ``pyproject.toml``.

The file is read by `load`, which is given its text and never raises; the command line looks for it among `candidates`.
"""

from provcheck.config.reading import load
from provcheck.config.settings import Config, FailOn, Override, SeverityOrOff, candidates, speaks_of_us

__all__ = ["Config", "FailOn", "Override", "SeverityOrOff", "candidates", "load", "speaks_of_us"]
