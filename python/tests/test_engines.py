"""The helpers of engines give what single documents give."""

from __future__ import annotations

import datetime
import importlib.util

import pyarrow as pa
import pytest
from test_arrow import ABOUT, rows

from newsfacts import ColumnError, Extractor


def test_polars(documents, expected) -> None:
    pl = pytest.importorskip("polars")
    from newsfacts.polars import expression, facts

    frame = pl.DataFrame(documents)
    assert rows(facts(frame, **ABOUT)) == expected
    assert rows(facts(frame.lazy(), **ABOUT).collect()) == expected
    lazy = frame.lazy().select("id", expression("text", language="lang", published="day").alias("fact"))
    assert rows(lazy.explode("fact").drop_nulls("fact").unnest("fact").collect()) == expected
    some = frame.select(expression(pl.col("text").str.head(0)).list.len())
    assert some.to_series().to_list() == [0, 0, 0, None, 0]


def test_pandas(documents, expected) -> None:
    pd = pytest.importorskip("pandas")
    from newsfacts.pandas import facts, people

    frame = pd.DataFrame(documents)
    assert rows(pa.Table.from_pandas(facts(frame, **ABOUT))) == expected
    assert list(people(frame, keep="id")["name"]) == ["Karin Holm", "陈明", "陈明"]
    stamped = frame.assign(day=pd.to_datetime(frame["day"]), lang=frame["lang"].astype("category"))
    assert rows(pa.Table.from_pandas(facts(stamped, **ABOUT))) == expected


def test_duckdb(documents, expected) -> None:
    duckdb = pytest.importorskip("duckdb")
    from newsfacts.duckdb import register

    connection = duckdb.connect()
    register(connection)
    source = pa.table(documents)  # noqa: F841
    found = connection.sql(
        "SELECT id, unnest(newsfacts(text, lang := lang, published := day), recursive := true) FROM source"
    )
    assert rows(found) == expected
    one = connection.sql("SELECT len(newsfacts('Räntan är 2 procent den 5 maj.'))").fetchall()
    assert one == [(2,)]
    relation = connection.sql("SELECT id, text, lang, day FROM source")
    assert rows(Extractor().extract_batch(relation, **ABOUT)) == expected


def test_datafusion(documents, expected) -> None:
    df = pytest.importorskip("datafusion")
    from newsfacts.datafusion import facts, register

    context = df.SessionContext()
    frame = context.from_arrow(pa.table(documents), name="documents")
    assert rows(facts(context, frame, **ABOUT)) == expected
    register(context)
    query = "SELECT id, unnest(newsfacts(text, lang, day, NULL)) AS fact FROM documents"
    found = context.sql(f"SELECT id, unnest(fact) FROM ({query}) WHERE fact IS NOT NULL").to_arrow_table()
    plain = found.rename_columns([name.split(".")[-1].strip('"') for name in found.column_names])
    assert sorted(rows(plain)) == sorted(expected)


def test_what_is_wrong_is_told_through_engines() -> None:
    wrong = "column `language`, row 0: `1` is no code of a language"
    if pl := _engine("polars"):
        from newsfacts.polars import expression, facts

        frame = pl.DataFrame({"text": ["x"], "lang": ["1"], "day": ["2025-02-30"]})
        with pytest.raises(ColumnError, match=wrong):
            frame.select(expression("text", language="lang"))
        with pytest.raises(ColumnError, match="column `day`, row 0: `2025-02-30`"):
            facts(frame.lazy(), published="day").collect()
    if duckdb := _engine("duckdb"):
        from newsfacts.duckdb import register

        connection = duckdb.connect()
        register(connection)
        with pytest.raises(duckdb.Error, match=wrong):
            connection.sql("SELECT newsfacts('x', lang := '1')").fetchall()
    if df := _engine("datafusion"):
        from newsfacts.datafusion import facts, register

        context = df.SessionContext()
        register(context)
        documents = context.from_arrow(pa.table({"text": ["x"], "day": [5]}), name="documents")
        with pytest.raises(Exception, match=wrong):
            context.sql("SELECT newsfacts(text, '1', NULL, NULL) FROM documents").collect()
        with pytest.raises(ColumnError, match="column `day` has the type Int64"):
            facts(context, documents, published="day")


def test_spacy(extractor: Extractor) -> None:
    spacy = pytest.importorskip("spacy")
    import newsfacts.spacy  # noqa: F401

    nlp = spacy.blank("sv")
    nlp.add_pipe("newsfacts")
    doc = nlp.make_doc("Utbildningsminister Karin Holm (L) lägger 1,4 miljarder kronor på skolan, i måndags.")
    doc.user_data["published"] = datetime.date(2025, 8, 13)
    doc = nlp(doc)
    assert [(span.label_, span.text) for span in doc.spans["newsfacts"]] == [
        ("OFFICIAL", "Utbildningsminister Karin Holm"),
        ("MONEY", "1,4 miljarder kronor"),
        ("DATE", "i måndags"),
    ]
    assert [span._.fact.kind for span in doc.ents] == ["official", "money", "date"]
    assert doc.ents[2]._.fact.value == "2025-08-11"
    chinese = spacy.blank("zh")
    chinese.add_pipe("newsfacts", config={"kinds": ["money"]})
    assert [span.text for span in chinese("他说，投资1.2万亿元。").ents] == ["1.2万亿元"]


def test_ftm(extractor: Extractor) -> None:
    from newsfacts.ftm import entities

    text = "Finansminister Eva Lindholm (M) höjer prognosen. Per Ask, chef för Skolverket sedan maj 2022, svarade."
    found = list(entities(extractor.people(text), source="https://example.org/1"))
    assert [entity["schema"] for entity in found] == [
        *("Person", "Organization", "Membership", "Position", "Occupancy"),
        *("Person", "Organization", "Position", "Occupancy"),
    ]
    person, party, _, position, occupancy = found[:5]
    assert person["properties"]["name"] == ["Eva Lindholm"] and person["properties"]["political"] == ["M"]
    assert party["properties"]["country"] == ["se"] and "wikidataId" in party["properties"]
    assert position["properties"]["keywords"] == ["minister", "Q83307"]
    assert occupancy["properties"] == {"holder": [person["id"]], "post": [position["id"]], "status": ["current"]}
    assert found[7]["properties"]["organization"] == [found[6]["id"]]
    assert found[8]["properties"]["startDate"] == ["2022-05-01"]
    if ftm := _engine("followthemoney"):
        assert all(ftm.model.get_proxy(entity).schema.name == entity["schema"] for entity in found)
        checked = [ftm.model.get_proxy(entity, cleaned=False).to_dict() for entity in found]
        assert [c["properties"].keys() for c in checked] == [e["properties"].keys() for e in found]


def _engine(name: str):
    return importlib.import_module(name) if importlib.util.find_spec(name) else None
