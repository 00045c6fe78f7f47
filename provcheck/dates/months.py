"""Names of months as documents, titles and finding aids write them, in the languages that archives work in.

Nominative, genitive and locative forms and common abbreviations, lower case, without final point. Words that another
language uses for another month (Croatian ``listopad`` is October, Polish ``listopad`` November) or for something else
(``set``, ``out``, ``gen``) are left out: a date that is not found is better than one that is wrong.
"""

from __future__ import annotations

_NAMES = """
january jan | february feb febr | march mar | april apr | may | june jun | july jul | august aug | september sept sep
    | october oct | november nov | december dec
январь января январе янв | февраль февраля феврале февр фев | март марта марте мар | апрель апреля апреле апр
    | май мая мае | июнь июня июне июн | июль июля июле июл | август августа августе авг
    | сентябрь сентября сентябре сент сен | октябрь октября октябре окт | ноябрь ноября ноябре нояб ноя
    | декабрь декабря декабре дек
січень січня січні січ | лютий лютого лютому лют | березень березня березні бер | квітень квітня квітні квіт
    | травень травня травні трав | червень червня червні черв | липень липня липні лип | серпень серпня серпні серп
    | вересень вересня вересні вер | жовтень жовтня жовтні жовт | листопад листопада листопаді
    | грудень грудня грудні груд
студзень студзеня | люты лютага | сакавік сакавіка | красавік красавіка | травеня | чэрвень чэрвеня | ліпень ліпеня
    | жнівень жніўня | верасень верасня | кастрычнік кастрычніка | лістапад лістапада | снежань снежня
януари | февруари | | април | | юни | юли | | септември | октомври | ноември | декември
јануар јануара | фебруар фебруара | | априла | мај маја | јун јуна | јул јула | | септембар септембра
    | октобар октобра | новембар новембра | децембар децембра
januar jänner jan jän | februar feber | märz mär mrz | april | mai | juni | juli | august | september | oktober okt
    | november | dezember dez
janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août aout | septembre | octobre
    | novembre | décembre déc
styczeń stycznia styczniu stycz | luty lutego lutym | marzec marca marcu | kwiecień kwietnia kwietniu kwiec
    | maj maja maju | czerwiec czerwca czerwcu czerw | lipiec lipca lipcu | sierpień sierpnia sierpniu sierp
    | wrzesień września wrześniu wrzes | październik października październiku paźdz paźdz
    | listopad listopada listopadzie | grudzień grudnia grudniu grudz
leden ledna lednu | únor února únoru | březen března březnu | duben dubna dubnu | květen května květnu
    | červen června červnu | červenec července červenci | srpen srpna srpnu | září | říjen října říjnu
    | listopadu | prosinec prosince prosinci
január januára | február februára | marec | apríl apríla | máj mája | jún júna | júl júla | august augusta
    | september septembra | október októbra | november novembra | december decembra
január | február | március márc | április ápr | május máj | június jún | július júl | augusztus | szeptember szept
    | október | november | december
ianuarie ian | februarie | martie | aprilie | mai | iunie | iulie | august | septembrie | octombrie | noiembrie
    | decembrie
enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre setiembre | octubre | noviembre
    | diciembre dic
gennaio | febbraio febbr | marzo | aprile | maggio magg | giugno | luglio | agosto | settembre sett | ottobre ott
    | novembre | dicembre
janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro | outubro | novembro | dezembro
januari | februari | maart mrt | april | mei | juni | juli | augustus | september | oktober | november | december
januar januari | februar februari | marts mars | | maj | | | augusti | | | | desember
ocak | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim | kasım | aralık
sausis sausio | vasaris vasario | kovas kovo | balandis balandžio | gegužė gegužės | birželis birželio | liepa liepos
    | rugpjūtis rugpjūčio | rugsėjis rugsėjo | spalis spalio | lapkritis lapkričio | gruodis gruodžio
ιανουάριος ιανουαρίου | φεβρουάριος φεβρουαρίου | μάρτιος μαρτίου | απρίλιος απριλίου | μάιος μαΐου μαίου
    | ιούνιος ιουνίου | ιούλιος ιουλίου | αύγουστος αυγούστου | σεπτέμβριος σεπτεμβρίου | οκτώβριος οκτωβρίου
    | νοέμβριος νοεμβρίου | δεκέμβριος δεκεμβρίου
"""


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in _NAMES.replace("\n    ", " ").strip().splitlines():
        for month, names in enumerate(line.split("|"), start=1):
            for name in names.split():
                if table.setdefault(name, month) != month:
                    raise AssertionError(f"{name} names two months")
    return table


MONTHS = _table()
"""Month number by lower-case name or abbreviation."""

ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
"""Month number by lower-case Roman numeral."""

_LATIN = str.maketrans("іхѵ", "ixv")
_DOTLESS = str.maketrans("ıİ", "ii")


def month(word: str) -> int | None:
    """Return the number of the month that *word* names, in any of the languages; None if it names none."""
    lower = word.lower()
    return MONTHS.get(lower) or MONTHS.get(lower.translate(_DOTLESS))


def roman(word: str) -> int | None:
    """Return the number of the month written as a Roman numeral, in Latin or look-alike Cyrillic letters."""
    return ROMAN.get(word.lower().translate(_LATIN))
