"""Single documents: dataclasses with characters as Python counts them."""

from __future__ import annotations

import datetime
import json
import pickle
import subprocess
import sys
import threading
from decimal import Decimal

import pytest
from conftest import SV, ZH
from hypothesis import given, settings
from hypothesis import strategies as st

import newsfacts
from newsfacts import Article, Date, Error, Extractor, Money, Official, Percent


def test_values_are_pythons_own(extractor: Extractor) -> None:
    money, official, day, points, date = extractor.extract(SV, published=datetime.date(2025, 8, 13))
    assert isinstance(money, Money) and isinstance(official, Official) and isinstance(day, Date)
    assert (money.amount, money.currency) == (Decimal("1400000000"), "SEK")
    assert (official.name, official.party, official.offices[0].title) == ("Karin Holm", "L", "utbildningsminister")
    assert SV[official.name_start : official.name_end] == "Karin Holm"
    assert official.offices[0].role_wikidata == "Q83307"
    assert (day.value, day.start_date, day.granularity) == ("2025-08-11", datetime.date(2025, 8, 11), "day")
    assert day.inferred == {"year": "reference", "month": "reference", "day": "reference"}
    assert isinstance(points, Percent) and (points.value, points.unit) == (Decimal("0.25"), "point")
    assert date.inferred == {} and not date.partial
    assert len({money, official, day, points, date}) == 5, "facts can stand in sets"


def test_a_day_may_be_written(extractor: Extractor) -> None:
    of = [extractor.extract("I måndags.", published=day)[0].value for day in ("2025-08-13", datetime.datetime(2025, 8, 13, 9))]
    assert of == ["2025-08-11", "2025-08-11"]
    [time] = extractor.extract("Mötet börjar den 5 maj 2024 klockan 14.30.")
    assert time.start_time == datetime.time(14, 30)


def test_places_are_those_of_the_text(extractor: Extractor) -> None:
    for fact in extractor.extract(ZH):
        assert ZH[fact.start : fact.end] == fact.text
        assert ZH.encode()[fact.byte_start : fact.byte_end].decode() == fact.text


PIECES = st.sampled_from(["Räntan steg till 2,5 procent. ", "投资1.2万亿元。", "👩‍🚀🇸🇪", "𠮷é", "\n\n", SV, ZH])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=9), max_size=9).map("".join))
def test_bytes_and_characters_agree(text: str) -> None:
    extractor = Extractor()
    facts = extractor.extract(text)
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text
        assert len(text[: fact.start].encode()) == fact.byte_start
    segments = extractor.segments(text)
    assert "".join(segment.text for segment in segments) == text
    assert all(text[segment.start : segment.end] == segment.text for segment in segments)
    assert [segment.fact for segment in segments if segment.fact] == facts
    for person in extractor.people(text):
        assert all(text[mention.start : mention.end] == mention.text for mention in person.mentions)


def test_people_have_all_mentions(extractor: Extractor) -> None:
    text = "Finansminister Eva Lindholm (M) höjer prognosen. Lindholm räknar med 2 procent, sade finansministern."
    [person] = extractor.people(text)
    assert (person.name, person.party) == ("Eva Lindholm", "M")
    assert [mention.link for mention in person.mentions] == ["office", "short_name", "title"]


def test_an_official_is_a_record() -> None:
    rows = [
        ("sv", "persons", "form\tid\nAlma Ek\tp-7"),
        ("sv", "offices", "form\trole\tscope\tid\növerdammråd\thead-of-agency\tpublic\to-3"),
        ("sv", "bodies", "form\tkind\tid\nDammverket\tagency\tb-9"),
    ]
    text = "Alma Ek (S), överdammråd vid Dammverket sedan 2022, svarar."
    extractor = Extractor(lexicon=rows)
    official = next(fact for fact in extractor.extract(text) if isinstance(fact, Official))
    [person] = extractor.people(text)
    for holder in (official, person):
        assert (holder.id, holder.party, holder.party_id, holder.party_country) == ("p-7", "S", "Q105112", "SE")
    [office] = official.offices
    assert [office] == list(person.offices)
    assert (office.title, office.id) == ("överdammråd vid Dammverket", "o-3")
    assert (office.body, office.body_kind, office.body_id) == ("Dammverket", "agency", "b-9")
    term = office.term
    assert term and (term.text, term.sense, term.value, term.start_date) == ("2022", "since", "2022", datetime.date(2022, 1, 1))
    assert (term.begins, term.ends) == (datetime.date(2022, 1, 1), None)
    assert text[term.start : term.end] == "2022"


def test_a_length_of_time_says_where_it_lies() -> None:
    later, long = Extractor(kinds=["duration"]).extract("Bron öppnades två veckor senare. Bygget tog tre år.")
    assert (later.direction, later.anchor, later.reach) == ("after", "event", "point")
    assert (long.direction, long.anchor, long.reach) == (None, None, None)


def test_an_extractor_is_made_of_names() -> None:
    assert newsfacts.KINDS[:4] == ("date", "money", "percent", "official")
    assert newsfacts.LANGUAGES == ("zh", "sv")
    assert Extractor(languages=["sv"]).extract(ZH) == []
    [fact] = Extractor(kinds=["duration"]).extract("Det tog fyra dagar, 5 procent.")
    assert (fact.kind, fact.value, fact.amount) == ("duration", "P4D", 4)
    own = Extractor(lexicon=[("sv", "currencies", "form\tcode\nriksdaler\tSEK")])
    assert own.extract("Den såldes för 300 riksdaler.")[0].currency == "SEK"
    every = Extractor(kinds=newsfacts.KINDS)
    text = "Hälften väntade i fyra dagar. Rådet möts varje tisdag. Priset fördubblades nyligen, sade vd Nils Ek."
    assert {fact.kind for fact in every.extract(text)} >= {"fraction", "duration", "recurrence", "vague_time"}


def test_an_extractor_is_pickled_as_it_was_made() -> None:
    own = Extractor(["sv"], ["money"], [("sv", "currencies", "form\tcode\nriksdaler\tSEK")])
    again = pickle.loads(pickle.dumps(own))
    assert [fact.kind for fact in again.extract("300 riksdaler den 5 maj.")] == ["money"]
    facts = own.extract("300 riksdaler")
    assert pickle.loads(pickle.dumps(facts)) == facts


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda e: e.extract("x", language="klingon"), "unknown language code `klingon`; known are `zh` and `sv`"),
        (lambda e: e.extract("x", published="2025-02-30"), "`2025-02-30` is not a date of the form YYYY-MM-DD"),
        (lambda e: e.extract("x", region="SG"), "there is no region `SG`"),
        (lambda e: Extractor(kinds=["weather"]), "there is no kind `weather`"),
        (lambda e: Extractor(lexicon=[("sv", "currencies", "form\tcode\nx\tABC")]), "table `currencies`, line 2"),
        (lambda e: Article.from_html("<p>x", body="div["), "`div[` is no CSS selector"),
    ],
)
def test_errors_have_the_message_of_the_crate(extractor: Extractor, call, message: str) -> None:
    with pytest.raises(Error, match=message.replace("[", r"\[")):
        call(extractor)
    assert issubclass(Error, ValueError)


def test_what_is_no_text_is_a_type_error(extractor: Extractor) -> None:
    for wrong in (b"5 procent", None, 5):
        with pytest.raises(TypeError):
            extractor.extract(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a day is a datetime.date or a str, not int"):
        extractor.extract("x", published=20250813)  # type: ignore[arg-type]
    with pytest.raises(UnicodeEncodeError):
        extractor.extract("5 procent \ud800")


PAGE = """<html lang="sv"><head><meta charset="iso-8859-1"><title>Räntan höjs - Norrposten</title>
<meta property="article:published_time" content="2025-08-13T06:00:00Z"></head>
<body><nav>Start</nav><article><h1>Räntan höjs</h1><p>Beslutet togs i måndags.</p></article></body></html>"""


def test_a_page_is_a_document(extractor: Extractor) -> None:
    page = Article.from_bytes(PAGE.encode("latin-1"))
    assert (page.title, page.body, page.language) == ("Räntan höjs", "Beslutet togs i måndags.", "sv")
    assert (page.published, page.published_source) == (datetime.date(2025, 8, 13), "meta")
    [fact] = extractor.extract(page)
    assert (fact.value, page.element_at(fact.start)) == ("2025-08-11", "html > body > article > p")
    assert extractor.extract(page, published="2025-09-03")[0].value == "2025-09-01"
    assert page.element_at(len(page.text)) is None
    assert newsfacts.decode("räntan".encode("utf-16")) == "räntan"


def test_threads_read_at_the_same_time(extractor: Extractor) -> None:
    """While one thread reads, another runs: the GIL is released."""
    text, beats = "\n\n".join([SV] * 3000), 0
    reader = threading.Thread(target=extractor.extract_json, args=(text,))
    reader.start()
    while reader.is_alive():
        beats += 1
    assert beats > 100


def command(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "newsfacts", *arguments]
    return subprocess.run(run, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=600)


def test_the_command(tmp_path, extractor: Extractor) -> None:
    lines = [
        {"id": 1, "lang": "sv", "reference_date": "2025-08-13", "text": SV},
        {"id": 2, "html": PAGE},
        {"id": 3, "lang": "klingon", "text": "x"},
        {"id": 4},
    ]
    done = command("--jsonl", stdin="\n".join(map(json.dumps, lines)) + "\nnot json\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1 and len(answers) == 5
    assert answers[0] == {"id": 1, "mentions": json.loads(extractor.extract_json(SV, published="2025-08-13"))}
    assert answers[1]["published"] == "2025-08-13" and answers[1]["mentions"][0]["value"] == "2025-08-11"
    assert [a["line"] for a in answers[2:]] == [3, 4, 5]
    file = tmp_path / "story.txt"
    file.write_text(SV, encoding="utf-8")
    done = command("--date", "2025-08-13", str(file))
    assert done.returncode == 0 and "utbildningsminister" in done.stdout and "1400000000 SEK" in done.stdout
    assert command(str(tmp_path / "none.txt")).returncode == 1
