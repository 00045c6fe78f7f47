"""Documents → findings: everything that looks at a record is run here, and only here.

Readers, schema and rules say *what* is wrong and at *which pointer*. This module adds what they must not know: the
file, the line, the severity after configuration, the record's id, the fix as edits of the text, a fingerprint, and
whether a comment silences it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from provcheck import records, schema, suppress
from provcheck.catalogue import describe, known
from provcheck.config import Config
from provcheck.model.context import Context, FileFact, Library
from provcheck.model.defect import described, raised
from provcheck.model.document import Document, Edit, Entry, Fault, Locator, Place, Pointer, Span, value_at
from provcheck.model.finding import Finding, Fix, Problem, Severity
from provcheck.model.noun import noun
from provcheck.model.record import Record
from provcheck.read import format_of
from provcheck.rules import RULES, Rule, remedy, rule_id

INTERNAL = "internal-error"
ALWAYS = frozenset({"syntax", INTERNAL})
"""Errors that no configuration and no comment silences, for they say that something was *not* checked.

So is a `Fault` that kept a whole file from being read, whatever its rule.
"""

REPORT_TO = "this is a defect of provcheck, not of the record: please report it together with the record"


@noun
class Collection:
    """Everything a run looks at: each document with its records, and the library of them all."""

    documents: tuple[Document, ...]
    records: tuple[tuple[Record, ...], ...]
    """For each document, its records in the order of its entries."""
    library: Library

    def named_files(self) -> Iterator[tuple[str, str, bool]]:
        """Yield (record's path, path as written, whether a checksum is given) for every scan and text file named."""
        for group in self.records:
            for record in group:
                for scan in record.files:
                    if scan.path is not None:
                        yield record.path, scan.path.text, scan.sha256 is not None
                for text in record.texts:
                    if text.file is not None:
                        yield record.path, text.file.text, False


def collect(documents: Iterable[Document], *, complete: bool = True) -> Collection:
    """Read the records out of *documents*, which are all of a repository unless not *complete*; never raises."""
    kept = tuple(documents)
    groups = tuple(tuple(_record(document, entry) for entry in document.entries) for document in kept)
    every = [record for group in groups for record in group]
    return Collection(kept, groups, records.library(every, complete=complete))


def _record(document: Document, entry: Entry) -> Record:
    stem = None
    # a name without an ending of ours is standard input, or a pipe: /dev/fd/63
    if document.format in {"yaml", "json", "markdown"} and len(document.entries) == 1 and format_of(document.path):
        name = document.path.replace("\\", "/").rpartition("/")[2]
        stem = name.rpartition(".")[0] or name
    return records.record(entry, path=document.path, file_stem=stem)


def check(
    collection: Collection,
    config: Config,
    *,
    today: date,
    files: Mapping[tuple[str, str], FileFact] | None = None,
    rules: Sequence[Rule] = RULES,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Finding]:
    """Return the findings on *collection* in the order of files and lines.

    *files* holds what is on disk under the names of `Collection.named_files`.
    *progress* is told before each document how many are done.
    Never raises on account of a record: a rule that fails gives a finding ``internal-error``.
    """
    context = Context(today, collection.library, config.defaults, files or {})
    named = [(rule_id(rule), rule) for rule in rules]
    findings: list[Finding] = []
    for done, (document, group) in enumerate(zip(collection.documents, collection.records, strict=True)):
        progress(done)
        checker = _Checker(document, config, named)
        try:
            checker.run(group, context)
        except Exception as error:  # one file must never take the whole run down
            message = f"checking this file failed: {described(error)}, in {raised(error)}. This {REPORT_TO[5:]}"
            checker.fault(Fault(INTERNAL, message, Span(0, 0)))
        findings += checker.findings
    findings.sort(key=lambda f: (f.path, f.place.line, f.place.column, f.rule, f.message))
    return findings


def stamped(document: Document, config: Config, index: int, record: Record, problem: Problem) -> list[Finding]:
    """Return the finding for a problem that was seen elsewhere, as in citing; none where the configuration silences it.

    *record* was read from entry *index* of *document*. The problem names its own rule, one of `provcheck.catalogue`.
    """
    checker = _Checker(document, config, ())
    checker.problem(problem, problem.rule, _default(problem.rule), _where(document.entries[index], index, record))
    return checker.findings


class _Checker:
    """Checks one document."""

    def __init__(self, document: Document, config: Config, rules: Sequence[tuple[str, Rule]]) -> None:
        self.document = document
        self.config = config
        self.rules = rules
        self.findings: list[Finding] = []
        found, self.bad_silencers = suppress.directives(document)
        self.silencers = suppress.Silencers(found)
        self.levels: dict[str, Severity | None] = {}
        self.seen: dict[str, int] = {}
        self.told: dict[tuple[str, int, Span, str], tuple[int, Pointer]] = {}
        """By rule, entry, place and message where a problem was seen first: what an alias repeats stands there once.

        A key stands once for all entries where it is the head of a column.
        """
        self.no_text = {f.span.start for f in document.faults if f.rule == "encoding" and f.span.end > f.span.start}

    def run(self, group: Sequence[Record], context: Context) -> None:
        """Collect what is wrong with the document and its records in `findings`."""
        for fault in self.document.faults:
            self.fault(fault)
        wanted = [(name, rule) for name, rule in self.rules if self.level(name, rule.SEVERITY)]
        fields = partial(schema.check, supplied=self.config.defaults.fields)
        for index, (entry, record) in enumerate(zip(self.document.entries, group, strict=True)):
            where = _where(entry, index, record)
            self.guarded("the schema check", partial(fields, entry), where)
            self.guarded("reading its lines", partial(_unread, record), where)
            for name, rule in wanted:
                self.guarded(f"the rule {name}", partial(rule.check, record, context), where, name, rule.SEVERITY)
        for fault in self.bad_silencers:
            self.fault(fault)
        if self.silencers:
            every = {name: entry.severity for name, entry in known().items()}
            every |= {name: rule.SEVERITY for name, rule in self.rules}
            ran = {name for name, severity in every.items() if self.level(name, severity)}
            for fault in suppress.complaints(self.silencers.found, every, ran, ALWAYS):
                self.fault(fault)

    def guarded(
        self,
        what: str,
        look: Callable[[], Iterator[Problem]],
        where: _Where,
        name: str = "",
        severity: Severity | None = None,
    ) -> None:
        """Add what *look* sees, under the rule *name* unless it says another; where it fails, that it does."""
        try:
            for problem in look():
                self.problem(problem, problem.rule or name, severity or _default(problem.rule), where)
        except Exception as error:  # a rule must never take the whole run down
            told = Problem((), f"{what} failed: {described(error)}", help=f"{REPORT_TO}; it failed in {raised(error)}")
            self.problem(told, INTERNAL, "error", where)

    def level(self, rule: str, default: Severity) -> Severity | None:
        """Return the severity of *rule* in this file, None where the configuration turns it off."""
        if rule not in self.levels:
            always = rule in ALWAYS
            self.levels[rule] = "error" if always else self.config.severity(rule, default, self.document.path)
        return self.levels[rule]

    def fault(self, fault: Fault) -> None:
        """Add the finding for *fault*."""
        always = fault.unread or fault.rule in ALWAYS
        severity: Severity | None = "error" if always else self.level(fault.rule, _default(fault.rule))
        place = self.document.place(fault.span)
        silenced = self.silencers.silence(fault.rule, {place.line}) and not always
        if severity is None or silenced:
            return
        about = self.document.text[fault.span.start : fault.span.end][:200] + fault.message
        self.findings.append(
            Finding(
                fault.rule,
                severity,
                fault.message,
                self.document.path,
                place,
                fingerprint=self.fingerprint(fault.rule, "", (), about),
            )
        )

    def problem(self, problem: Problem, rule: str, default: Severity, where: _Where) -> None:
        """Add the finding for *problem*."""
        severity = self.level(rule, default)
        if severity is None:
            return
        locator = where.entry.locator
        value = value_at(where.entry.data, problem.pointer)
        if problem.within is not None:
            span = locator.within(problem.pointer, *problem.within)
        elif problem.on_key:
            span = locator.key(problem.pointer)
        else:
            span = locator.value(problem.pointer)
        if rule == "text-mojibake" and span.start in self.no_text:
            return  # no letter was lost: reading put the � there, and told why
        seen, entry = (where.number, problem.pointer), -1 if problem.on_key else where.number
        if self.told.setdefault((rule, entry, span, problem.message), seen) != seen:
            return
        place = self.document.place(span)
        if place.end_line > place.line and not isinstance(value, str) and not problem.on_key:
            # a whole mapping or list: its first line says enough
            place = Place(place.line, place.column, place.line, len(self.document.line(place.line)) + 1)
        if self.silencers:
            lines = {place.line, self.document.place(locator.key(problem.pointer)).line}
            if self.silencers.silence(rule, lines) and rule not in ALWAYS:
                return
        edits = _edits(locator, problem.fix) if problem.fix is not None else ()
        about = problem.message
        if problem.names:
            about = about.replace(problem.names, self.config.seen(problem.names))
        if isinstance(value, str):
            about = value if problem.within is None else value[slice(*problem.within)]
        fix = problem.fix if edits else None
        self.findings.append(
            Finding(
                rule=rule,
                severity=severity,
                message=problem.message,
                path=self.document.path,
                place=place,
                pointer=problem.pointer,
                record=where.record,
                help=_help(problem, rule, mendable=bool(edits)),
                fix=fix.message if fix is not None else "",
                fix_safe=fix is not None and fix.safe,
                edits=edits,
                entry=where.number,
                changes=fix.changes if fix is not None else (),
                fingerprint=self.fingerprint(rule, where.record, problem.pointer, about),
            )
        )

    def fingerprint(self, rule: str, record: str, pointer: Pointer, about: str) -> str:
        """Return what stays the same for a finding when lines above it move or a message is worded anew.

        It is made of the rule, the file, the record, the pointer and the text it is about. The second finding
        that is the same in all of these gets another one than the first.
        """
        from hashlib import sha256  # only here: it costs time at start-up

        key = "\0".join([rule, self.config.seen(self.document.path), record, *map(str, pointer), about])
        count = self.seen[key] = self.seen.get(key, 0) + 1
        return sha256(f"{key}\0{count}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _default(name: str) -> Severity:
    """Return the severity of what has no rule module: a reader's fault, the schema's problem, our own."""
    entry = describe(name)
    return entry.severity if entry is not None else "error"


class _Where(NamedTuple):
    """The record that is being looked at."""

    entry: Entry
    number: int
    """Which of the document's entries."""
    record: str
    """The record's id; "" without one."""


def _where(entry: Entry, index: int, record: Record) -> _Where:
    return _Where(entry, index, record.id.text if record.id is not None else "")


def _unread(record: Record) -> Iterator[Problem]:
    """Yield a problem for each source line that a defect of ours kept unread."""
    for line, at in record.lines():
        if line.failed:
            yield Problem(at, f"reading this line failed: {line.failed}", rule=INTERNAL, help=REPORT_TO)


def _help(problem: Problem, rule: str, *, mendable: bool) -> str:
    """Return what to do about *problem*: what its rule's page says where it says nothing itself.

    Its fix is told too where it cannot be made as edits of the text.
    """
    if problem.fix is None and not problem.help and not problem.rule:
        return remedy(rule)
    if problem.fix is None or mendable:
        return problem.help
    by_hand = f"by hand, for --fix would change more than this: {problem.fix.message}"
    return f"{problem.help}; {by_hand}" if problem.help else by_hand


def _edits(locator: Locator, fix: Fix) -> tuple[Edit, ...]:
    """Return *fix* as edits in the order of the text; none where a change cannot be written or two overlap."""
    edits: list[Edit] = []
    for change in fix.changes:
        made = locator.replace(change.pointer, change.value)
        if made is None:
            return ()
        edits += made
    edits = sorted(dict.fromkeys(edits))
    if any(first.span.end > second.span.start for first, second in pairwise(edits)):
        return ()
    return tuple(edits)
