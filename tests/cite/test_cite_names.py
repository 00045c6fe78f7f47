from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.cite import names

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
    "Queen Victoria": {"family": "Victoria", "given": "Queen"},
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
}


@pytest.mark.parametrize("name", CASES)
def test_names(name: str) -> None:
    assert names.parse(name) == CASES[name]


@given(st.text(max_size=60))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    parsed = names.parse(name)
    letters = sorted(char for char in name if char.isalnum())
    assert sorted(char for part in parsed.values() for char in part if char.isalnum()) == letters
