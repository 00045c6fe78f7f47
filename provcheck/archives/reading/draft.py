"""What the engines hand to each other while a line is being read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from provcheck import tables
from provcheck.archives.lexicon.cuts import HENCEFORTH
from provcheck.archives.lexicon.folios import Reading
from provcheck.archives.lexicon.scan import Found
from provcheck.archives.lexicon.spoken import convention_in
from provcheck.archives.lexicon.values import Value, has_figure
from provcheck.archives.lexicon.vocabulary import Name
from provcheck.archives.lexicon.words import Word
from provcheck.model.lazy import pattern
from provcheck.model.noun import new, noun
from provcheck.model.shelfmark import STROKES, Folios, Level, Shelfmark, Token, TokenKind

CLOSED = pattern(r"(?:,[^;,.()\d]{1,30}){0,2}(?:[.;)\n]|$)")
"""What ends a clause behind an archive and the town of that."""


@noun
class Line:
    """A line whose words were looked up."""

    text: str
    words: list[Word]
    found: list[Found]
    announces_file: bool
    """Words stand in it that announce a file: ``Архивное дело:``."""
    whole: str
    """The text with what is told behind its marks."""


@dataclass(slots=True)
class Holder:
    """An archive named in the line, or words that point to the one named before."""

    start: int
    end: int
    written: str
    names: tuple[Name, ...] = ()
    same: bool = False
    """``Там же``, ``ibid.``"""
    again: bool = False
    """It is such a word behind its mark, and stands for the archive alone: ``Box 12, NARA; Box 45, ibid.``"""
    id: str | None = None
    tied: bool = False
    """Several archives share the name and their conventions read the line equally well."""
    convention: str | None = None
    """The convention that its words tell, where the institution no table has, though others have its *names*."""

    def overlaps(self, other: Holder) -> bool:
        """Tell whether a sign of the line belongs to both."""
        return self.start < other.end and other.start < self.end


BY_START: attrgetter[int] = attrgetter("start")
"""By what archives, words and signs of a line are in order."""
_NAME = itemgetter(0)
START: Callable[[Token], int] = itemgetter(3)
END: Callable[[Token], int] = itemgetter(4)
"""Where a token starts and ends: the places of these in the tuple that it is."""


class Draft:
    """A shelfmark in the making."""

    __slots__ = ("aside", "convention", "folios", "holder", "levels", "own_holder", "tokens")

    def __init__(self, holder: Holder | None, convention: str | None, levels: Iterable[Level] = ()) -> None:
        self.holder = holder
        self.convention = convention
        self.levels: list[Level] = [*levels]
        self.folios: list[Folios] = []
        self.tokens: list[Token] = []
        self.own_holder = False
        """The archive's name stands in this mark's own stretch of the line (and is not taken over from before)."""
        self.aside = False
        """A number was passed over that is no level: a reel, a museum's number."""

    @property
    def last(self) -> Level | None:
        """The level put last."""
        return self.levels[-1] if self.levels else None

    @property
    def last_name(self) -> str:
        """The name of the level put last."""
        return self.levels[-1].name if self.levels else ""

    @property
    def size(self) -> int:
        """How much was read: levels, leaves, and twice the words for them, which show that it was meant so."""
        return len(self.levels) + len(self.folios) + 2 * sum(token.kind == "label" for token in self.tokens)

    def has(self, name: str) -> bool:
        """Tell whether a level called *name* is there."""
        return name in map(_NAME, self.levels)

    def value(self, name: str) -> str:
        """Return the value of the first level called *name*, nothing where there is none."""
        return next((level.value for level in self.levels if level.name == name), "")

    def names(self) -> set[str]:
        """Return the names of the levels that are there."""
        return {*map(_NAME, self.levels)}

    def takes_over(self, level: str) -> bool:
        """Tell whether *level* is only taken over from the mark before."""
        return self.has(level) and not any(token.level == level for token in self.tokens)

    def has_any(self, names: frozenset[str]) -> bool:
        """Tell whether a level with one of *names* is there."""
        return not names.isdisjoint(map(_NAME, self.levels))

    def has_figures(self) -> bool:
        """Tell whether a level has figures."""
        return any(has_figure(level.value) for level in self.levels)

    def note(self, kind: TokenKind, level: str, text: str, start: int, end: int) -> None:
        """Keep *start* to *end* of *text* for a piece of it."""
        self.tokens.append(new(Token, (kind, level, text[start:end], start, end)))

    def put(self, level: str, value: Value, text: str, said: str | None = None) -> None:
        """Add *level*, whose *value* stands in *text*; *said* is how it is written in marks, where otherwise."""
        self.levels.append(new(Level, (level, said or value.text)))
        _, start, end = value
        self.tokens.append(new(Token, ("value", level, text[start:end], start, end)))

    def rename(self, names: Mapping[str, str]) -> None:
        """Call each level in *names* as they say, with the pieces of the line that it was read of."""
        self.levels[:] = [Level(names.get(level.name, level.name), level.value) for level in self.levels]
        self.tokens[:] = [token._replace(level=names.get(token.level, token.level)) for token in self.tokens]

    def rename_last(self, name: str) -> None:
        """Call the level put last *name*."""
        self.levels[-1] = Level(name, self.levels[-1].value)
        self.tokens[-1] = self.tokens[-1]._replace(level=name)

    def leaves(self, text: str, start: int, reading: Reading, label: Found | None = None) -> None:
        """Add the leaves of *reading*, which begins at *start* of *text*; *label* is the word for them."""
        if label:
            self.note("folio-label", "", text, label.start, label.end)
        self.note("folios", "", text, start, reading.end)
        self.folios.extend(reading.folios)

    def labels(self) -> set[str]:
        """Return the levels that were announced by a word."""
        return {token.level for token in self.tokens if token.kind == "label"}

    def announced_by(self, word: str) -> list[str]:
        """Return the levels that *word*, in small letters, announced."""
        return [token.level for token in self.tokens if token.kind == "label" and token.text.lower() == word]

    def word_for(self, name: str) -> str:
        """Return the word that announced the level *name*, in small letters; an empty one where none did."""
        return next((token.text.lower() for token in self.tokens if token.kind == "label" and token.level == name), "")

    @property
    def paged(self) -> bool:
        """Whether all its leaves were called pages, or were called nothing where the archive counts pages."""
        if not self.folios:
            return False
        if said := {token.text.strip(" .").casefold() for token in self.tokens if token.kind == "folio-label"}:
            return said <= tables.page_words()
        rules = tables.conventions().get(self.convention or "")
        return rules is not None and rules.folios is not None and rules.folios.name == "page"

    @property
    def start(self) -> int:
        """Where it begins in the line."""
        if not self.tokens:
            return self.holder.start if self.holder else 0
        return min(map(START, self.tokens))

    @property
    def end(self) -> int:
        """Where it ends in the line."""
        if not self.tokens:
            return self.holder.end if self.holder else 0
        return max(map(END, self.tokens))

    def words(self, text: str, before: Mapping[str, str]) -> dict[str, str]:
        """Return the word of each level in *text*, or the one it had *before*: ``liv. 12, fl. 3; 13, fl. 4``."""
        words = {level.name: before.get(level.name, "") for level in self.levels}
        before_it = len(text)
        for kind, level, word, start, end in self.tokens:
            if kind == "label" and level in words:
                words[level] = f"{word}." if text[end : end + 1] == "." else word
            elif kind == "value" and level in words:
                if (sign := text[before_it:start].strip()) in STROKES:
                    words[level] = sign
                before_it = end
        return words

    def mark(self, words: Mapping[str, str]) -> Shelfmark:
        """Return it finished, with the *words* of its levels."""
        holder = self.holder
        written = holder.written if holder else ""
        if written.count("(") > written.count(")"):
            written = written[: written.rindex("(")].rstrip()  # Archivo General de Indias (AGI, Contratación 1459)
        elif written.endswith(")"):
            written = HENCEFORTH.sub("", written)  # Archivo Histórico Nacional (hereafter AHN)
        known = holder.id if holder else None
        return Shelfmark(
            written or None,
            known,
            tuple(self.levels),
            tuple(self.folios),
            self.convention if known or not written else convention_in(written, self.levels, self.convention),
            self.paged,
            words=words,
        )


def size_of(drafts: Iterable[Draft]) -> int:
    """Return how much was read in *drafts*."""
    return sum(draft.size for draft in drafts)
