"""Facts of pandas data frames."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

from newsfacts import Extractor


def facts(frame: pd.DataFrame, *, extractor: Extractor | None = None, **columns: Any) -> pd.DataFrame:
    """A row a fact, of Arrow's types. `columns` are those of `Extractor.extract_batch`: `text`, `keep` …"""
    return _frame((extractor or Extractor()).extract_batch(_table(frame), **columns))


def people(frame: pd.DataFrame, *, extractor: Extractor | None = None, **columns: Any) -> pd.DataFrame:
    """A row for each official of each document."""
    return _frame((extractor or Extractor()).people_batch(_table(frame), **columns))


def _table(frame: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(frame, preserve_index=False)


def _frame(found: Any) -> pd.DataFrame:
    return pa.table(found).to_pandas(types_mapper=pd.ArrowDtype)
