"""The words of dates, by language: what `provcheck.cite.when` puts together."""

from __future__ import annotations

from typing import NamedTuple


class DateWords(NamedTuple):
    """The words of one language. Names stand in their order, parted by blanks; ``{}`` is where the date goes."""

    months: str
    """As they stand after a day, and after a preposition."""
    seasons: str
    decade: str
    undated: str
    about: str
    since: str
    until: str
    not_before: str
    not_after: str
    either: str
    between: str
    """One of the years from … to …"""
    before_christ: str
    months_alone: str = ""
    """As they stand by themselves; the same where empty."""
    seasons_of: str = ""
    """After a preposition; the same where empty."""
    year: str = ""
    """What follows a year: 1950 г."""
    years: str = ""
    """What follows several years: 1950–1951 гг."""
    first: str = ""
    """The first day of a month, where it is no plain number: 1er janvier."""
    after_day: str = " "
    after_month: str = " "
    months_short: str = ""
    """Abbreviations, where a style wants them."""
    month_first: bool = False
    """Whether ``October 3, 1950`` can be said."""
    no_date: str = ""
    """The abbreviation of styles with author and date; ``undated`` where empty."""


DATE_WORDS: dict[str, DateWords] = {
    "en": DateWords(
        months="January February March April May June July August September October November December",
        months_short="Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
        month_first=True,
        seasons="spring summer autumn winter",
        decade="{}s",
        undated="undated",
        no_date="n.d.",
        about="ca. {}",
        since="from {}",
        until="until {}",
        not_before="not before {}",
        not_after="not after {}",
        either="or",
        between="between {} and {}",
        before_christ="{} BC",
    ),
    "ru": DateWords(
        months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        months_alone="январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        seasons="весна лето осень зима",
        seasons_of="весны лета осени зимы",
        year=" г.",
        years=" гг.",
        decade="{}-е гг.",
        undated="без даты",
        about="около {}",
        since="с {}",
        until="до {}",
        not_before="не ранее {}",
        not_after="не позднее {}",
        either="или",
        between="между {} и {}",
        before_christ="{} г. до н. э.",
    ),
    "uk": DateWords(
        months="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        months_alone="січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
        seasons="весна літо осінь зима",
        seasons_of="весни літа осені зими",
        year=" р.",
        years=" рр.",
        decade="{}-ті рр.",
        undated="без дати",
        about="близько {}",
        since="з {}",
        until="до {}",
        not_before="не раніше {}",
        not_after="не пізніше {}",
        either="або",
        between="між {} і {}",
        before_christ="{} р. до н. е.",
    ),
    "de": DateWords(
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        seasons="Frühjahr Sommer Herbst Winter",
        after_day=". ",
        decade="{}er Jahre",
        undated="o. D.",
        about="um {}",
        since="ab {}",
        until="bis {}",
        not_before="frühestens {}",
        not_after="spätestens {}",
        either="oder",
        between="zwischen {} und {}",
        before_christ="{} v. Chr.",
    ),
    "fr": DateWords(
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        seasons="printemps été automne hiver",
        first="1er",
        decade="années {}",
        undated="s. d.",
        about="vers {}",
        since="{} et après",
        until="{} et avant",
        not_before="au plus tôt {}",
        not_after="au plus tard {}",
        either="ou",
        between="entre {} et {}",
        before_christ="{} av. J.-C.",
    ),
    "pl": DateWords(
        months="stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        months_alone="styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        seasons="wiosna lato jesień zima",
        seasons_of="wiosny lata jesieni zimy",
        decade="lata {}.",
        undated="b. d.",
        about="około {}",
        since="od {}",
        until="do {}",
        not_before="nie wcześniej niż {}",
        not_after="nie później niż {}",
        either="lub",
        between="między {} a {}",
        before_christ="{} p.n.e.",
    ),
    "cs": DateWords(
        months="ledna února března dubna května června července srpna září října listopadu prosince",
        months_alone="leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
        seasons="jaro léto podzim zima",
        seasons_of="jara léta podzimu zimy",
        after_day=". ",
        decade="{}. léta",
        undated="nedatováno",
        about="kolem {}",
        since="od {}",
        until="do {}",
        not_before="nejdříve {}",
        not_after="nejpozději {}",
        either="nebo",
        between="mezi {} a {}",
        before_christ="{} př. n. l.",
    ),
    "es": DateWords(
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        seasons="primavera verano otoño invierno",
        after_day=" de ",
        after_month=" de ",
        decade="década de {}",
        undated="s. f.",
        about="hacia {}",
        since="desde {}",
        until="hasta {}",
        not_before="no antes de {}",
        not_after="no después de {}",
        either="o",
        between="entre {} y {}",
        before_christ="{} a. C.",
    ),
    "it": DateWords(
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        seasons="primavera estate autunno inverno",
        decade="anni {}",
        undated="s. d.",
        about="{} ca.",
        since="{} e oltre",
        until="{} e prima",
        not_before="non prima: {}",
        not_after="non dopo: {}",
        either="o",
        between="tra il {} e il {}",
        before_christ="{} a.C.",
    ),
    "pt": DateWords(
        months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        seasons="primavera verão outono inverno",
        after_day=" de ",
        after_month=" de ",
        decade="década de {}",
        undated="s. d.",
        about="cerca de {}",
        since="desde {}",
        until="até {}",
        not_before="não antes de {}",
        not_after="não depois de {}",
        either="ou",
        between="entre {} e {}",
        before_christ="{} a. C.",
    ),
}


def date_words(language: str) -> DateWords:
    """Return the words of *language* (BCP 47), or English ones."""
    return DATE_WORDS.get(language.split("-")[0].lower(), DATE_WORDS["en"])
