"""Facts of Polars frames, eager and lazy, and as an expression."""

from __future__ import annotations

from typing import Any, TypeVar

import polars as pl

from newsfacts import Extractor

Frame = TypeVar("Frame", pl.DataFrame, pl.LazyFrame)


def facts(frame: Frame, *, extractor: Extractor | None = None, **columns: Any) -> Frame:
    """A row a fact. `columns` are those of `Extractor.extract_batch`: `text`, `keep` …"""
    of = extractor or Extractor()

    def read(eager: pl.DataFrame) -> pl.DataFrame:
        return pl.DataFrame(of.extract_batch(eager, **columns))

    if isinstance(frame, pl.DataFrame):
        return read(frame)
    schema = read(frame.collect_schema().to_frame()).schema
    return frame.map_batches(read, schema=schema, streamable=True)


def expression(text: str | pl.Expr, *, extractor: Extractor | None = None, **about: str | pl.Expr) -> pl.Expr:
    """A list of facts for each text; `language`, `published` and `region` are columns or expressions too."""
    of = extractor or Extractor()
    names = list(about)

    def read(series: Any) -> pl.Series:
        return pl.Series(of.extract_list(series[0], **dict(zip(names, series[1:]))))

    return pl.map_batches([text, *about.values()], read, return_dtype=read([pl.Series([], dtype=pl.String)]).dtype)
