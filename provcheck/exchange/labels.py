"""What the fields of a document are called on the pages of digital archives."""

from __future__ import annotations

LANGUAGES = "English, German, French, Spanish, Italian, Polish and Russian"
"""Those that the labels below are in."""

LABELS = {
    "source": "source; sources; quelle; quellen; fundstelle; fuente; fuentes; fonte; fonti; źródło; "
    "источник; источники",
    "archive": "original archive; archive; repository; holding institution; archiv; dépôt; lieu de conservation; "
    "archivo; archivio; archiwum; архив",
    "shelfmark": "shelfmark; shelf mark; call number; reference code; archival reference; signatur; archivsignatur; "
    "cote; signatura; segnatura; collocazione; sygnatura; шифр; архивный шифр",
    "rights": "rights; rights statement; copyright; rechte; urheberrecht; rechtehinweis; droits; droits d'auteur; "
    "derechos; diritti; prawa; права",
    "uploaded": "original uploaded date; uploaded date; date uploaded",
    "date": "date; document date; date of document; date of creation; creation date; date created; datum; "
    "entstehungsdatum; datierung; date du document; date de création; fecha; data; дата; дата документа",
    "type": "type; document type; type of document; art; dokumenttyp; dokumentart; type de document; "
    "tipo; tipo de documento; tipo di documento; typ; typ dokumentu; rodzaj dokumentu; тип; тип документа; "
    "вид документа",
    "language": "language; languages; original language; sprache; sprachen; originalsprache; langue; langues; "
    "langue originale; idioma; idiomas; lengua; lingua; lingue; język; язык; язык документа",
    "id": "record id; document id; dokument-nr.; dokumentnummer",
    "title": "title; document title; titel; titre; título; titolo; tytuł; название; заголовок",
    "author": "author; authors; author(s); creator; creators; autor; autoren; verfasser; verfasserin; auteur; auteurs; "
    "autores; autore; autori; autorzy; автор; авторы",
    "sender": "sender; absender; absenderin; expéditeur; expéditrice; remitente; mittente; nadawca; отправитель",
    "recipient": "recipient; recipients; addressee; addressees; empfänger; empfängerin; adressat; destinataire; "
    "destinataires; destinatario; destinatarios; destinatari; odbiorca; adresat; адресат; получатель",
    "donor": "donor; donors; donor(s)",
    "contributor": "contributor; contributors; contributor(s)",
    "translator": "translator; translators; translator(s); übersetzer; übersetzerin; übersetzung; traducteur; "
    "traductrice; traductor; traduttore; tłumacz; переводчик",
    "subject": "subject; subjects; subjects discussed; geographic subjects; associated topics; associated places; "
    "schlagwort; schlagwörter; schlagworte; sujet; sujets; mots-clés; temas; soggetti; "
    "ключевые слова",
    "summary": "summary; description; abstract; zusammenfassung; regest; résumé; analyse; resumen; riassunto; "
    "streszczenie; аннотация; краткое содержание",
    "place": "place; place of origin; ort; entstehungsort; ausstellungsort; lieu; lugar; luogo; miejsce; место",
    "address": "url; permalink; persistent url; permanent link; lien permanent",
}  # fmt: skip
"""The fields, and in lower case the labels of each."""

FIELDS = {label: field for field, labels in LABELS.items() for label in labels.split("; ")}


def field_of(label: str) -> str | None:
    """Return the field that *label* stands for; None where it is none that is known.

    >>> field_of("Langue :"), field_of("Record ID"), field_of("Aktenzeichen")
    ('language', 'id', None)
    """
    return FIELDS.get(label.lower().rstrip(": ").replace("’", "'"))
