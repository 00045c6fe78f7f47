"""The languages that records are usually in: code, other ISO 639-2 codes, scripts, names.

Codes and names after ISO 639 and the IANA registry; scripts by their ISO 15924 codes, the usual one first, then the
others of the last two centuries. No script: written in many.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Language(NamedTuple):
    """What is known of a language."""

    code: str
    """The primary subtag of its tag."""
    others: tuple[str, ...]
    """Its codes of three letters, which BCP 47 does not use where there is one of two."""
    scripts: tuple[str, ...]
    names: tuple[str, ...]
    """In English, the usual one first, then its own name."""


@lru_cache(maxsize=1)
def languages() -> dict[str, Language]:
    """Return the table by code."""
    table = {}
    for line in _TABLE.strip().splitlines():
        code, others, scripts, names = line.split("|")
        table[code] = Language(
            code, tuple(other for other in others.split(",") if other), tuple(scripts.split()), tuple(names.split("/"))
        )
    return table


_TABLE = """
aa|aar|Latn|Afar
ab|abk|Cyrl Latn Geor|Abkhazian
ae|ave|Avst Gujr Latn|Avestan
af|afr|Latn|Afrikaans
ak|aka|Latn|Akan
am|amh|Ethi|Amharic
an|arg|Latn|Aragonese
ar|ara|Arab|Arabic/العربية
as|asm|Beng|Assamese
av|ava|Cyrl Latn Arab|Avaric
ay|aym|Latn|Aymara
az|aze|Latn Cyrl Arab|Azerbaijani
ba|bak|Cyrl Latn Arab|Bashkir
be|bel|Cyrl Latn|Belarusian/беларуская
bg|bul|Cyrl|Bulgarian/български
bh|bih|Deva Kthi|Bihari languages
bi|bis|Latn|Bislama
bm|bam|Latn|Bambara
bn|ben|Beng|Bengali/Bangla
bo|bod,tib|Tibt|Tibetan
br|bre|Latn|Breton
bs|bos|Latn Cyrl Arab|Bosnian
ca|cat|Latn|Catalan/Valencian
ce|che|Cyrl Latn Arab|Chechen
ch|cha|Latn|Chamorro
co|cos|Latn|Corsican
cr|cre|Cans Latn|Cree
cs|ces,cze|Latn|Czech/čeština/český
cu|chu|Cyrl Glag|Church Slavic/Church Slavonic/Old Bulgarian/Old Church Slavonic/Old Slavonic
cv|chv|Cyrl|Chuvash
cy|cym,wel|Latn|Welsh
da|dan|Latn|Danish/dansk
de|deu,ger|Latn|German/Deutsch/deutsch
dv|div|Thaa|Dhivehi/Divehi/Maldivian
dz|dzo|Tibt|Dzongkha
ee|ewe|Latn|Ewe
el|ell,gre|Grek|Greek/Modern Greek/ελληνικά
en|eng|Latn|English
eo|epo|Latn|Esperanto
es|spa|Latn|Spanish/Castilian/español
et|est|Latn|Estonian/eesti
eu|eus,baq|Latn|Basque
fa|fas,per|Arab|Persian/فارسی
ff|ful|Latn Adlm Arab|Fulah
fi|fin|Latn|Finnish/suomi
fj|fij|Latn|Fijian
fo|fao|Latn|Faroese
fr|fra,fre|Latn|French/français
fy|fry|Latn|Western Frisian
ga|gle|Latn|Irish
gd|gla|Latn|Scottish Gaelic/Gaelic
gl|glg|Latn|Galician
gn|grn|Latn|Guarani
gu|guj|Gujr|Gujarati
gv|glv|Latn|Manx
ha|hau|Latn Arab|Hausa
he|heb|Hebr|Hebrew/עברית
hi|hin|Deva|Hindi
ho|hmo|Latn|Hiri Motu
hr|hrv|Latn Glag|Croatian/hrvatski
ht|hat|Latn|Haitian/Haitian Creole
hu|hun|Latn|Hungarian/magyar
hy|hye,arm|Armn|Armenian/հայերեն
hz|her|Latn|Herero
ia|ina|Latn|Interlingua
id|ind|Latn Arab|Indonesian
ie|ile|Latn|Interlingue/Occidental
ig|ibo|Latn|Igbo
ii|iii|Yiii|Sichuan Yi/Nuosu
ik|ipk|Latn|Inupiaq
in|ind|Latn Arab|Indonesian
io|ido|Latn|Ido
is|isl,ice|Latn|Icelandic
it|ita|Latn|Italian/italiano
iu|iku|Cans Latn|Inuktitut
iw|heb|Hebr|Hebrew
ja|jpn|Hira Kana Hani|Japanese/日本語
ji|yid|Hebr|Yiddish
jv|jav|Latn Java Arab|Javanese
jw|jav|Latn Java Arab|Javanese
ka|kat,geo|Geor|Georgian/ქართული
kg|kon|Latn|Kongo
ki|kik|Latn|Kikuyu/Gikuyu
kj|kua|Latn|Kuanyama/Kwanyama
kk|kaz|Cyrl Latn Arab|Kazakh/қазақша
kl|kal|Latn|Kalaallisut/Greenlandic
km|khm|Khmr|Khmer/Central Khmer
kn|kan|Knda|Kannada
ko|kor|Hang Hani|Korean/한국어
kr|kau|Latn Arab|Kanuri
ks|kas|Arab Deva|Kashmiri
ku|kur|Latn Arab Cyrl|Kurdish
kv|kom|Cyrl|Komi
kw|cor|Latn|Cornish
ky|kir|Cyrl Arab Latn|Kirghiz/Kyrgyz
la|lat|Latn|Latin
lb|ltz|Latn|Luxembourgish/Letzeburgesch
lg|lug|Latn|Ganda/Luganda
li|lim|Latn|Limburgan/Limburger/Limburgish
ln|lin|Latn|Lingala
lo|lao|Laoo|Lao
lt|lit|Latn|Lithuanian/lietuvių
lu|lub|Latn|Luba-Katanga
lv|lav|Latn|Latvian/latviešu
mg|mlg|Latn Arab|Malagasy
mh|mah|Latn|Marshallese
mi|mri,mao|Latn|Maori
mk|mkd,mac|Cyrl|Macedonian/македонски
ml|mal|Mlym|Malayalam
mn|mon|Cyrl Mong Latn|Mongolian/монгол
mo|mol|Cyrl Latn|Moldavian/Moldovan
mr|mar|Deva Modi|Marathi
ms|msa,may|Latn Arab|Malay
mt|mlt|Latn|Maltese
my|mya,bur|Mymr|Burmese
na|nau|Latn|Nauru
nb|nob|Latn|Norwegian Bokmål
nd|nde|Latn|North Ndebele
ne|nep|Deva|Nepali
ng|ndo|Latn|Ndonga
nl|nld,dut|Latn|Dutch/Flemish/Nederlands
nn|nno|Latn|Norwegian Nynorsk
no|nor|Latn|Norwegian/norsk
nr|nbl|Latn|South Ndebele
nv|nav|Latn|Navajo/Navaho
ny|nya|Latn|Nyanja/Chewa/Chichewa
oc|oci|Latn|Occitan
oj|oji|Cans Latn|Ojibwa
om|orm|Latn Ethi|Oromo
or|ori|Orya|Oriya/Odia
os|oss|Cyrl Latn Geor|Ossetian/Ossetic
pa|pan|Guru Arab|Panjabi/Punjabi
pi|pli||Pali
pl|pol|Latn|Polish/polski
ps|pus|Arab|Pushto/Pashto
pt|por|Latn|Portuguese/português
qu|que|Latn|Quechua
rm|roh|Latn|Romansh
rn|run|Latn|Rundi
ro|ron,rum|Latn Cyrl|Romanian/Moldavian/Moldovan/română
ru|rus|Cyrl|Russian/русский
rw|kin|Latn|Kinyarwanda
sa|san||Sanskrit
sc|srd|Latn|Sardinian
sd|snd|Arab Deva|Sindhi
se|sme|Latn|Northern Sami
sg|sag|Latn|Sango
sh|hbs|Latn Cyrl|Serbo-Croatian
si|sin|Sinh|Sinhala/Sinhalese
sk|slk,slo|Latn|Slovak/slovenčina/slovenský
sl|slv|Latn|Slovenian/slovenščina
sm|smo|Latn|Samoan
sn|sna|Latn|Shona
so|som|Latn Arab Osma|Somali
sq|sqi,alb|Latn Grek Arab|Albanian/shqip
sr|srp|Cyrl Latn|Serbian/српски/srpski
ss|ssw|Latn|Swati
st|sot|Latn|Southern Sotho
su|sun|Latn Sund Arab|Sundanese
sv|swe|Latn|Swedish/svenska
sw|swa|Latn Arab|Swahili
ta|tam|Taml|Tamil
te|tel|Telu|Telugu
tg|tgk|Cyrl Latn Arab|Tajik
th|tha|Thai|Thai
ti|tir|Ethi|Tigrinya
tk|tuk|Latn Cyrl Arab|Turkmen
tl|tgl|Latn Tglg|Tagalog
tn|tsn|Latn|Tswana
to|ton|Latn|Tonga
tr|tur|Latn Arab Grek Armn|Turkish/Türkçe
ts|tso|Latn|Tsonga
tt|tat|Cyrl Latn Arab|Tatar
tw|twi|Latn|Twi
ty|tah|Latn|Tahitian
ug|uig|Arab Cyrl Latn|Uighur/Uyghur
uk|ukr|Cyrl|Ukrainian/українська
ur|urd|Arab|Urdu
uz|uzb|Latn Cyrl Arab|Uzbek/oʻzbek
ve|ven|Latn|Venda
vi|vie|Latn Hani|Vietnamese/Tiếng Việt
vo|vol|Latn|Volapük
wa|wln|Latn|Walloon
wo|wol|Latn Arab|Wolof
xh|xho|Latn|Xhosa
yi|yid|Hebr|Yiddish/ייִדיש
yo|yor|Latn Arab|Yoruba
za|zha|Latn Hani|Zhuang/Chuang
zh|zho,chi|Hani Bopo|Chinese/中文/汉语
zu|zul|Latn|Zulu
ady||Cyrl Arab Latn|Adyghe
alt||Cyrl|Southern Altai
arc||Hebr Syrc Armi|Aramaic
bua||Cyrl Mong Latn|Buriat
chm||Cyrl|Mari
ckb||Arab|Central Kurdish/Sorani
cnr||Latn Cyrl|Montenegrin
cop||Copt|Coptic
crh||Latn Cyrl Arab|Crimean Tatar
csb||Latn|Kashubian
dar||Cyrl|Dargwa
dsb||Latn|Lower Sorbian
gag||Latn Cyrl|Gagauz
got||Goth|Gothic
grc||Grek|Ancient Greek
gsw||Latn|Swiss German
hsb||Latn|Upper Sorbian
inh||Cyrl|Ingush
kaa||Latn Cyrl Arab|Karakalpak
kbd||Cyrl Arab Latn|Kabardian
kmr||Latn Arab Cyrl|Northern Kurdish/Kurmanji
krc||Cyrl|Karachay-Balkar
krl||Latn Cyrl|Karelian
kum||Cyrl|Kumyk
lad||Hebr Latn|Ladino/Judeo-Spanish
lez||Cyrl|Lezghian
ltg||Latn|Latgalian
mdf||Cyrl|Moksha
mhr||Cyrl|Meadow Mari
myv||Cyrl|Erzya
nds||Latn|Low German
nog||Cyrl|Nogai
orv||Cyrl|Old Russian
ota||Arab Latn|Ottoman Turkish
rom||Latn Cyrl|Romany
rue||Cyrl Latn|Rusyn
sah||Cyrl|Yakut
scn||Latn|Sicilian
sgs||Latn|Samogitian
syr||Syrc|Syriac
szl||Latn|Silesian
tyv||Cyrl|Tuvinian
udm||Cyrl|Udmurt
vep||Latn|Veps
xal||Cyrl|Kalmyk
yue||Hani|Cantonese
"""
