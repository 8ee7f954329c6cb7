"""Facts in DataFusion: of data frames, and as a function of SQL."""

from __future__ import annotations

from typing import Any

import datafusion as df
import pyarrow as pa

from newsfacts import Extractor, fact_list_type


def facts(
    context: df.SessionContext, frame: df.DataFrame, *, extractor: Extractor | None = None, **columns: Any
) -> df.DataFrame:
    """A row a fact. `columns` are those of `Extractor.extract_batch`: `text`, `keep` …"""
    return context.from_arrow((extractor or Extractor()).extract_batch(frame, **columns))


def register(context: df.SessionContext, name: str = "newsfacts", *, extractor: Extractor | None = None) -> None:
    """Makes `newsfacts(text, lang, published, region)` known, which gives a list of facts; all but the text may be NULL."""
    of = extractor or Extractor()
    kind = pa.field(fact_list_type()).type

    def read(text: pa.Array, language: pa.Array, published: pa.Array, region: pa.Array) -> pa.Array:
        return pa.array(of.extract_list(text, language=language, published=published, region=region))

    # DataFusion hands over views of strings.
    strings = pa.string_view()
    context.register_udf(df.udf(read, [strings, strings, pa.date32(), strings], kind, "immutable", name))
