"""Facts in DuckDB: `newsfacts(text, lang := …, published := …, region := …)` gives a list of facts."""

from __future__ import annotations

from typing import Any

import duckdb
import pyarrow as pa

from newsfacts import Extractor, fact_list_type


def register(
    connection: duckdb.DuckDBPyConnection, name: str = "newsfacts", *, extractor: Extractor | None = None
) -> None:
    """Makes the function known to a connection. `SELECT unnest(newsfacts(text), recursive := true)` gives rows."""
    of = extractor or Extractor()
    kind = pa.field(fact_list_type()).type

    def read(text: Any, language: Any, published: Any, region: Any) -> Any:
        return pa.chunked_array(of.extract_list(text, language=language, published=published, region=region))

    # DuckDB matches fields of structs by their order: the type comes from the schema, not from hand.
    [returned] = connection.from_arrow(pa.table({"facts": pa.array([], kind)})).types
    strings = ["VARCHAR", "VARCHAR", "DATE", "VARCHAR"]
    connection.create_function(f"{name}_list", read, strings, returned, type="arrow", null_handling="special")
    connection.execute(
        f"CREATE OR REPLACE TEMP MACRO {name}(text, lang := NULL, published := NULL, region := NULL) AS "
        f"{name}_list(text, lang, published::DATE, region)"
    )
