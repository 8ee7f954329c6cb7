"""Batches of pyarrow: what comes out, and what of bad ones."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal

import pyarrow as pa
import pytest

import newsfacts
from newsfacts import ColumnError, Extractor

ABOUT = {"language": "lang", "published": "day", "keep": "id"}


def rows(table) -> list[tuple]:
    """The rows as `expected` has them."""
    names = ["id", "kind", "char_start", "char_end", "text", "value"]
    table = pa.table(table)
    return list(zip(*(table.column(name).to_pylist() for name in names)))


def test_a_table_gives_the_facts_of_its_texts(extractor: Extractor, documents, expected) -> None:
    for kind in (pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())):
        table = pa.table(documents).set_column(1, "text", pa.array(documents["text"], kind))
        assert rows(extractor.extract_batch(table, **ABOUT)) == expected, kind
        chunked = pa.concat_tables([table.slice(0, 1), table.slice(1, 3), table.slice(4)])
        assert chunked.column("text").num_chunks == 3
        assert rows(extractor.extract_batch(chunked, **ABOUT)) == expected
        assert rows(extractor.extract_stream(chunked, **ABOUT)) == expected
    [batch] = pa.table(documents).to_batches()
    assert rows(extractor.extract_batch(batch, **ABOUT)) == expected


def test_a_list_holds_what_a_batch_holds(extractor: Extractor, documents, expected) -> None:
    table = pa.table(documents)
    lists = pa.chunked_array(
        extractor.extract_list(table["text"], language=table["lang"], published=table["day"])
    ).to_pylist()
    assert lists[2:4] == [[], None]
    flat = [(key, fact["kind"], fact["text"]) for key, facts in zip(documents["id"], lists) for fact in facts or []]
    assert flat == [(key, kind, text) for key, kind, _, _, text, _ in expected]
    one = extractor.extract_list(pa.array(["I måndags."]), language="sv", published=datetime.date(2025, 8, 13))
    assert pa.array(one).to_pylist()[0][0]["start_date"] == datetime.date(2025, 8, 11)


def test_types_are_pythons_own(extractor: Extractor) -> None:
    table = pa.table(extractor.extract_batch(pa.table({"text": ["投资1.2万亿元。", "2024年5月5日"]})))
    money, date = table.to_pylist()
    assert (money["number"], money["unit"]) == (Decimal("1200000000000"), "CNY")
    assert (date["start_date"], date["edtf"], date["number"]) == (datetime.date(2024, 5, 5), "2024-05-05", None)
    assert table.schema.metadata[b"newsfacts.schema"] == str(newsfacts.SCHEMA_VERSION).encode()


def test_the_schema_is_known_before(extractor: Extractor, documents) -> None:
    table = pa.table(documents)
    schema = pa.schema(newsfacts.fact_schema(table.schema, {"id": "key", "lang": "lang"}))
    assert schema.names[:3] == ["key", "lang", "kind"]
    found = pa.table(extractor.extract_batch(table, keep={"id": "key", "lang": "lang"}))
    assert found.schema == schema
    people = pa.table(extractor.people_batch(table, keep=["id"]))
    assert people.schema == pa.schema(newsfacts.person_schema(table.schema, ["id"]))
    assert people.column("name").to_pylist() == ["Karin Holm", "陈明", "陈明"]
    assert pa.field(newsfacts.fact_list_type()).type.value_type.field(0).name == "kind"


def test_what_is_wrong_names_its_column(extractor: Extractor, documents) -> None:
    table = pa.table(documents)

    def fault(data, **columns) -> ColumnError:
        with pytest.raises(ColumnError) as caught:
            extractor.extract_batch(data, **columns)
        return caught.value

    missing = fault(table, text="body")
    assert (missing.column, missing.row) == ("body", None)
    assert str(missing) == "there is no column `body`; there is `id`, `text`, `lang`, `day`"
    assert fault(table, keep=["url"]).column == "url"
    assert str(fault(table, language="day")) == "column `day` has the type Date32; a string is needed"
    bad = fault(pa.table({"text": ["x", "y"], "day": ["2025-01-01", "2025-02-30"]}), published="day")
    assert (bad.column, bad.row) == ("day", 1)
    assert fault(pa.table({"text": ["x"], "lang": ["svenska språket"]}), language="lang").row == 0
    with pytest.raises(ColumnError, match="column `language`, row 0"):
        extractor.extract_list(pa.array(["x"]), language="1")
    with pytest.raises(ValueError):
        extractor.extract_batch("no table")


def test_a_stream_is_read_as_it_is_asked_for(extractor: Extractor) -> None:
    batch = pa.record_batch({"text": ["5 procent"] * 10})
    read = itertools.count()

    def batches():
        for _ in range(100):
            next(read)
            yield batch

    reader = pa.RecordBatchReader.from_batches(batch.schema, batches())
    facts = pa.RecordBatchReader.from_stream(extractor.extract_stream(reader))
    assert facts.read_next_batch().num_rows == 10
    assert next(read) <= 2
    assert sum(rest.num_rows for rest in facts) == 990


def test_an_error_of_the_source_is_told(extractor: Extractor) -> None:
    def batches():
        yield pa.record_batch({"text": ["5 procent"]})
        raise RuntimeError("the wire is cut")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"text": pa.string()}), batches())
    with pytest.raises(ValueError, match="the wire is cut"):
        extractor.extract_batch(reader)
    stream = extractor.extract_stream(pa.table({"text": ["x"]}))
    pa.table(stream)
    with pytest.raises(OSError, match="was read before"):
        pa.table(stream)
