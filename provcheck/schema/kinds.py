"""The kinds of problem that the schema check reports: how bad each is unless configured otherwise, and its page."""

from __future__ import annotations

from provcheck.model.finding import Severity

KINDS: dict[str, tuple[Severity, str]] = {
    "field-missing": (
        "error",
        """
        A field that every record needs is absent, or stands there empty.

        A record without its archive, its date or its rights cannot be cited, found again or published. Where a fact is
        not known, say so: ``date: unknown``, ``held: unknown``. ``provcheck explain FIELD`` tells what a field is for.

        Fails::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105

        Passes::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain
        """,
    ),
    "field-unknown": (
        "error",
        """
        A field is not one that records have, or stands in the wrong place.

        Usually it is a slip of the pen, and the message says which field was probably meant. What stands under an
        unknown name is not checked and not cited, so it would be lost silently. Fields of your own begin with ``x-``
        and are never complained of.

        Fails::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            langauge: ru
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain

        Passes::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain
            x-room: 12
        """,
    ),
    "field-type": (
        "error",
        """
        A field holds the wrong kind of thing: a list where a text belongs, a text where fields belong.

        Where a field can be written in several ways, the message speaks of the way that yours comes closest to. What is
        of the wrong kind is not looked at any further.

        Fails::

            id: "1"
            title: [Letter, Answer]
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain

        Passes::

            id: "1"
            title: {en: Letter, ru: Письмо}
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain
        """,
    ),
    "field-empty": (
        "warning",
        """
        A field that may be left out stands there without a value.

        It says nothing, and leaves open whether the fact is unknown or was forgotten. Fill it in, or take it out. A
        field that every record needs is reported as field-missing where it is empty.

        Fails::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain
            place:

        Passes::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: RGASPI, f. 558, op. 11, d. 334, l. 105
            rights: Public domain
        """,
    ),
    "value-not-allowed": (
        "error",
        """
        A value is not one of those that the field takes.

        Only a few fields take fixed words; the message lists them, and ``provcheck explain FIELD`` says what they mean.

        Fails::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: {held: privat}
            rights: Public domain

        Passes::

            id: "1"
            title: Letter
            type: letter
            date: 1950-10-03
            language: ru
            sources: {held: private}
            rights: Public domain
        """,
    ),
}
