from __future__ import annotations

import pytest
from cite_records import made
from hypothesis import given
from hypothesis import strategies as st

from provcheck.cite import StyleFault, cite, names

CASES = {
    "N. V. Roshchin": {"family": "Roshchin", "given": "N. V."},
    "N.V. Roshchin": {"family": "Roshchin", "given": "N.V."},
    "Roshchin N. V.": {"family": "Roshchin", "given": "N. V."},
    "Roshchin, N. V.": {"family": "Roshchin", "given": "N. V."},
    "Roshchin": {"family": "Roshchin"},
    "Рощин Николай Васильевич": {"family": "Рощин", "given": "Николай Васильевич"},
    "Николай Васильевич Рощин": {"family": "Рощин", "given": "Николай Васильевич"},
    "Громыко А. А.": {"family": "Громыко", "given": "А. А."},
    "Kathryn Weathersby": {"family": "Weathersby", "given": "Kathryn"},
    "George H. W. Bush": {"family": "Bush", "given": "George H. W."},
    "Martin Luther King, Jr.": {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    "Kennedy, Robert F., Jr.": {"family": "Kennedy", "given": "Robert F.", "suffix": "Jr."},
    "Biddle Jr., Anthony J. Drexel": {"family": "Biddle", "given": "Anthony J. Drexel", "suffix": "Jr."},
    "King, Jr., Martin Luther": {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    "Roosevelt, Franklin, and others": {"literal": "Roosevelt, Franklin, and others"},
    "Charles de Gaulle": {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
    "Otto von Bismarck": {"family": "Bismarck", "given": "Otto", "dropping-particle": "von"},
    "Robert Van Deusen": {"family": "Van Deusen", "given": "Robert"},
    "Kim Philby": {"family": "Philby", "given": "Kim"},
    "Lee Harvey Oswald": {"family": "Oswald", "given": "Lee Harvey"},
    # Family name first and no comma: such names are never turned round.
    "Mao Zedong": {"literal": "Mao Zedong"},
    "Mao Tse-tung": {"literal": "Mao Tse-tung"},
    "Kim Il Sung": {"literal": "Kim Il Sung"},
    "Pak Hon-yong": {"literal": "Pak Hon-yong"},
    "Nguyen Van Thieu": {"literal": "Nguyen Van Thieu"},
    "Мао Цзэдун": {"literal": "Мао Цзэдун"},
    "Ким Ир Сен": {"literal": "Ким Ир Сен"},
    "Ли Иван Петрович": {"family": "Ли", "given": "Иван Петрович"},
    "Юрий Андропов": {"family": "Андропов", "given": "Юрий"},
    # Nor those in scripts whose names are built in other ways.
    "جمال عبد الناصر": {"literal": "جمال عبد الناصر"},
    "毛 泽东": {"literal": "毛 泽东"},
    "Գուրգեն Մարգարյան": {"family": "Մարգարյան", "given": "Գուրգեն"},
    # Rulers have given names alone, and ranks are no names.
    "Nicholas II": {"literal": "Nicholas II"},
    "Felipe II": {"literal": "Felipe II"},
    "Pius V": {"literal": "Pius V"},
    "Elizabeth I": {"literal": "Elizabeth I"},
    "Wilhelm II.": {"literal": "Wilhelm II."},
    "Wilhelm I.": {"literal": "Wilhelm I."},
    "Petrov I.": {"family": "Petrov", "given": "I."},
    "Petrov I. V.": {"family": "Petrov", "given": "I. V."},
    "Николай II": {"literal": "Николай II"},
    "Василь ІІІ": {"literal": "Василь ІІІ"},
    "Tsar Nicholas II": {"literal": "Tsar Nicholas II"},
    "King George V": {"literal": "King George V"},
    "D. João III": {"literal": "D. João III"},
    "Franz Joseph I.": {"literal": "Franz Joseph I."},
    "John Paul II": {"literal": "John Paul II"},
    "Иван IV Васильевич": {"literal": "Иван IV Васильевич"},
    "Ercole I d'Este": {"literal": "Ercole I d'Este"},
    "Queen Victoria": {"literal": "Queen Victoria"},
    "Prinz Eugen von Savoyen": {"literal": "Prinz Eugen von Savoyen"},
    "Sœur Marie de l'Incarnation": {"literal": "Sœur Marie de l'Incarnation"},
    "Dom Mintoff": {"family": "Mintoff", "given": "Dom"},
    "Adlai Stevenson II": {"family": "Stevenson", "given": "Adlai", "suffix": "II"},
    "John D. Rockefeller III": {"family": "Rockefeller", "given": "John D.", "suffix": "III"},
    "Robert V Smith": {"family": "Smith", "given": "Robert V"},
    "V I Lenin": {"family": "Lenin", "given": "V I"},
    "Ali Paşa": {"literal": "Ali Paşa"},
    "Muhammad Ali Pasha": {"literal": "Muhammad Ali Pasha"},
    "Reşid Efendi": {"literal": "Reşid Efendi"},
    "Nana Sahib": {"literal": "Nana Sahib"},
    "Tipu Sultan": {"literal": "Tipu Sultan"},
    "Dalai Lama": {"literal": "Dalai Lama"},
    "Ayub Khan": {"literal": "Ayub Khan"},
    "A. Q. Khan": {"family": "Khan", "given": "A. Q."},
    "Giovanni Dalla Torre": {"family": "Dalla Torre", "given": "Giovanni"},
    "Ahmed Ben Bella": {"family": "Ben Bella", "given": "Ahmed"},
    "Yves Saint Laurent": {"family": "Saint Laurent", "given": "Yves"},
    "Anwar El Sadat": {"family": "El Sadat", "given": "Anwar"},
    "Al Gore": {"family": "Gore", "given": "Al"},
    "Marco dalla Torre": {"family": "Torre", "given": "Marco", "non-dropping-particle": "dalla"},
    "Bartolomé de las Casas": {"family": "Casas", "given": "Bartolomé", "non-dropping-particle": "de las"},
    # Offices and parties have no family name.
    "CC CPSU": {"literal": "CC CPSU"},
    "ЦК КПСС": {"literal": "ЦК КПСС"},
    "Soviet Embassy in Beijing": {"literal": "Soviet Embassy in Beijing"},
    "Министерство иностранных дел": {"literal": "Министерство иностранных дел"},
    "Université Laval": {"literal": "Université Laval"},
    "Uniwersytet Warszawski": {"literal": "Uniwersytet Warszawski"},
    "Генеральный штаб": {"literal": "Генеральный штаб"},
    "Генеральна прокуратура": {"literal": "Генеральна прокуратура"},
    "Deutscher Bundestag": {"literal": "Deutscher Bundestag"},
    "Ústřední výbor": {"literal": "Ústřední výbor"},
    "Supreme Soviet": {"literal": "Supreme Soviet"},
    "Workers’ Party of Korea": {"literal": "Workers’ Party of Korea"},
    "Filippov [Stalin]": {"literal": "Filippov [Stalin]"},
    "Rat der Volksbeauftragten": {"literal": "Rat der Volksbeauftragten"},
    "Reichsministerium des Innern": {"literal": "Reichsministerium des Innern"},
    "Ministère des Affaires étrangères": {"literal": "Ministère des Affaires étrangères"},
    "Préfet du Rhône": {"literal": "Préfet du Rhône"},
    "Sous-préfet de Vienne": {"literal": "Sous-préfet de Vienne"},
    "Landrat Kreis Verden": {"literal": "Landrat Kreis Verden"},
    "Regierungspräsident Stade": {"literal": "Regierungspräsident Stade"},
    "Der Oberbürgermeister": {"literal": "Der Oberbürgermeister"},
    "Staatssekretär Hallstein": {"literal": "Staatssekretär Hallstein"},
    "Colonial Secretary": {"literal": "Colonial Secretary"},
    "Virrey de Nueva España": {"literal": "Virrey de Nueva España"},
    "Prefetto di Roma": {"literal": "Prefetto di Roma"},
    "Governador de Angola": {"literal": "Governador de Angola"},
    "Wojewoda Lwowski": {"literal": "Wojewoda Lwowski"},
    "Okresní úřad": {"literal": "Okresní úřad"},
    "Magyar Követség": {"literal": "Magyar Követség"},
    "Gezant te Parijs": {"literal": "Gezant te Parijs"},
    "Секретарь обкома": {"literal": "Секретарь обкома"},
    "Голова Раднаркому": {"literal": "Голова Раднаркому"},
    # People with names like these.
    "Joachim Murat": {"family": "Murat", "given": "Joachim"},
    "Hermann Kanzler": {"family": "Kanzler", "given": "Hermann"},
    "Roman Herzog": {"family": "Herzog", "given": "Roman"},
    "Bischof, Norbert": {"family": "Bischof", "given": "Norbert"},
    "Le Maire, Bruno": {"family": "Le Maire", "given": "Bruno"},
    # What tells the younger from the elder is no family name, nor are others unnamed.
    "Friedrich Ebert jun.": {"family": "Ebert", "given": "Friedrich", "suffix": "jun."},
    "Ebert jun.": {"family": "Ebert", "suffix": "jun."},
    "Lucas Cranach d. Ä.": {"family": "Cranach", "given": "Lucas", "suffix": "d. Ä."},
    "Alexandre Dumas fils": {"family": "Dumas", "given": "Alexandre", "suffix": "fils"},
    "Amartya Sen": {"family": "Sen", "given": "Amartya"},
    "João Café Filho": {"literal": "João Café Filho"},
    "Thomas Mann u. a.": {"literal": "Thomas Mann u. a."},
    "Mann u. a.": {"literal": "Mann u. a."},
    "Karl Müller S.J.": {"literal": "Karl Müller S.J."},
    "Ida Weiss geb. Katz": {"literal": "Ida Weiss geb. Katz"},
    # Family names of more than one word.
    "José Ortega y Gasset": {"family": "Ortega y Gasset", "given": "José"},
    "Josep Puig i Cadafalch": {"family": "Puig i Cadafalch", "given": "Josep"},
    "Artur da Costa e Silva": {"family": "Costa e Silva", "given": "Artur", "non-dropping-particle": "da"},
    "Marks i Engels": {"literal": "Marks i Engels"},
    "Valéry Giscard d'Estaing": {"literal": "Valéry Giscard d'Estaing"},
    "Maurice Couve de Murville": {"literal": "Maurice Couve de Murville"},
    "José Eduardo dos Santos": {"family": "Santos", "given": "José Eduardo", "non-dropping-particle": "dos"},
    "Lorenzo de' Medici": {"family": "Medici", "given": "Lorenzo", "non-dropping-particle": "de'"},
    "Otto v. Bismarck": {"family": "Bismarck", "given": "Otto", "dropping-particle": "v."},
    # Hungarian and Japanese write the family name first, and so do Vietnamese with all their accents.
    "Nagy Imre": {"family": "Nagy", "given": "Imre"},
    "Петров Иван": {"family": "Петров", "given": "Иван"},
    "Иван Петров": {"family": "Петров", "given": "Иван"},
    "Imre Nagy": {"family": "Nagy", "given": "Imre"},
    "Dénes Gábor": {"literal": "Dénes Gábor"},
    "Frederick Antal": {"family": "Antal", "given": "Frederick"},
    "Tōgō Shigenori": {"literal": "Tōgō Shigenori"},
    "Yoshida Shigeru": {"literal": "Yoshida Shigeru"},
    "Shigeru Yoshida": {"family": "Yoshida", "given": "Shigeru"},
    "Mario Soto": {"family": "Soto", "given": "Mario"},
    "Nguyễn Văn Thiệu": {"literal": "Nguyễn Văn Thiệu"},
    "Ch'en Yi": {"literal": "Ch'en Yi"},
    # A comma is not always behind a family name.
    "Herbert Wehner, Carlo Schmid": {"literal": "Herbert Wehner, Carlo Schmid"},
    "Hans Müller, Berlin": {"literal": "Hans Müller, Berlin"},
    "Dr. Müller, Berlin": {"literal": "Dr. Müller, Berlin"},
    "Botschafter Hans Kroll": {"family": "Kroll", "given": "Botschafter Hans"},
    "Fürst Otto von Bismarck": {"family": "Bismarck", "given": "Fürst Otto", "dropping-particle": "von"},
    "Князь Горчаков": {"family": "Горчаков", "given": "Князь"},
    "Л. М. Каганович": {"family": "Каганович", "given": "Л. М."},
    "Lazar M. Kaganovich": {"family": "Kaganovich", "given": "Lazar M."},
    "Клод Симон": {"family": "Симон", "given": "Клод"},
    "Троцкий Лев": {"family": "Троцкий", "given": "Лев"},
    "Ervin László": {"family": "László", "given": "Ervin"},
    "Kádár János": {"family": "Kádár", "given": "János"},
    "Hideki Tōjō": {"family": "Tōjō", "given": "Hideki"},
    "Багиров Мир Джафар Аббас оглы": {"family": "Багиров", "given": "Мир Джафар Аббас оглы"},
    "Мир Джафар Аббас оглы Багиров": {"family": "Багиров", "given": "Мир Джафар Аббас оглы"},
    "Konrad Adenauer, Bundeskanzler": {"family": "Adenauer", "given": "Bundeskanzler Konrad"},
    "Marie de Rabutin-Chantal, marquise de Sévigné": {"literal": "Marie de Rabutin-Chantal, marquise de Sévigné"},
    "Иванов Иван, Москва": {"literal": "Иванов Иван, Москва"},
    "Willy Brandt; Egon Bahr": {"literal": "Willy Brandt; Egon Bahr"},
    "Lloyd George, David": {"family": "Lloyd George", "given": "David"},
    "García Márquez, Gabriel": {"family": "García Márquez", "given": "Gabriel"},
    "Bismarck, Otto von": {"family": "Bismarck", "given": "Otto", "dropping-particle": "von"},
    "Gaulle, Charles de": {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
    # A French "de" is not said where the family name stands alone, but before one syllable.
    "Alexis de Tocqueville": {"family": "Tocqueville", "given": "Alexis", "dropping-particle": "de"},
    "Jean de La Fontaine": {"family": "La Fontaine", "given": "Jean", "dropping-particle": "de"},
    "Miguel de Unamuno": {"family": "Unamuno", "given": "Miguel", "dropping-particle": "de"},
    "Madame de Staël": {"family": "Staël", "given": "Madame", "dropping-particle": "de"},
    "Général de Gaulle": {"family": "Gaulle", "given": "Général", "non-dropping-particle": "de"},
    "Joachim du Bellay": {"family": "Bellay", "given": "Joachim", "non-dropping-particle": "du"},
    "Éamon de Valera": {"family": "Valera", "given": "Éamon", "non-dropping-particle": "de"},
    "F. W. de Klerk": {"family": "Klerk", "given": "F. W.", "non-dropping-particle": "de"},
}


@pytest.mark.parametrize("name", CASES)
def test_names(name: str) -> None:
    assert names.parse(name) == CASES[name]


@given(st.text(max_size=60))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    parsed = names.parse(name)
    letters = sorted(char for char in name if char.isalnum())
    assert sorted(char for part in parsed.values() for char in part if char.isalnum()) == letters


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("Sir Alexander Cadogan", "Cadogan, Sir Alexander", "Cadogan, A."),
        ("Prof. Dr. Walter Hallstein", "Hallstein, Prof. Dr. Walter", "Hallstein, W."),
        ("Dr. h. c. Konrad Adenauer", "Adenauer, Dr. h. c. Konrad", "Adenauer, K."),
        ("Otto Fürst von Bismarck", "Bismarck, Otto Fürst von", "Bismarck, O. von"),
        ("Bismarck, Graf Otto von", "Bismarck, Graf Otto von", "Bismarck, O. von"),
        ("Général Charles de Gaulle", "Gaulle, Général Charles de", "Gaulle, C. de"),
        ("Генерал Иван Петров", "Петров, Генерал Иван", "Петров, И."),
        ("Cardinal de Richelieu", "Richelieu, Cardinal de", "Richelieu"),
        ("Abbé Sieyès", "Sieyès, Abbé", "Sieyès"),
        ("Sévigné, marquise de", "Sévigné, marquise de", "Sévigné"),
        ("Leopold Graf Berchtold", "Berchtold, Leopold Graf", "Berchtold, L."),
        ("William Major Smith", "Smith, William Major", "Smith, W. M."),
        ("Vidor, King", "Vidor, King", "Vidor, K."),
        ("John Major", "Major, John", "Major, J."),
        ("Prinz Eugen von Savoyen", "Prinz Eugen von Savoyen", "Prinz Eugen von Savoyen"),
    ],
)
def test_a_title_makes_no_initial(name: str, full: str, initials: str) -> None:
    said = made({"title": "On Poland", "date": "1950-01-01", "people": {"author": name}})
    for style, expected in (("chicago-notes-bibliography-archival", full), ("apa-7-archival", initials)):
        cited = cite([said], style, forms=["bibliography"])
        assert not isinstance(cited, StyleFault)
        assert cited[0].output.startswith((f"{expected} (", f"{expected}. "))


@pytest.mark.parametrize(
    ("name", "title", "is_said"),
    [
        ("Charles de Gaulle", "Mémoire de la situation", False),
        ("Jean de La Fontaine", "Mémoire de la situation", False),
        ("Robert E. Lee", "Report on the fleet", False),
        ("Charles de Gaulle", "Lettre de de Gaulle", True),
        ("Рощин Н. В.", "Телеграмма Рощина", True),
        ("Mao Zedong", "Telegram from Mao", True),
    ],
)
def test_an_author_whom_the_title_names_is_not_named_again(name: str, title: str, is_said: bool) -> None:
    said = made({"title": title, "date": "1950-01-01", "people": {"author": name}})
    cited = cite([said], "gost-r-7.0.5-archival", forms=["bibliography"])
    assert not isinstance(cited, StyleFault)
    assert cited[0].output.startswith("[") == is_said
