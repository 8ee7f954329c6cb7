"""Facts in Spark, local or on a cluster: `mapInArrow`, batch by batch, one thread a task.

Workers need this package, or get it with `spark.archives`; see `examples/spark_cluster.sh`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from newsfacts import Extractor, fact_schema


def facts(frame: DataFrame, *, extractor: Extractor | None = None, keep: Any = None, **columns: Any) -> DataFrame:
    """A row a fact. `keep` and `columns` are those of `Extractor.extract_batch`: `text`, `language` …"""
    # It is made anew in each worker, where it is unpickled.
    of = extractor or Extractor()

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from pa.table(of.extract_batch(batch, keep=keep, **columns)).to_batches()

    schema = pa.schema(fact_schema(to_arrow_schema(frame.schema), keep))
    return frame.mapInArrow(read, from_arrow_schema(schema))
