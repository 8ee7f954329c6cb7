"""Dates, money, percentages and named officials in Chinese and Swedish news prose, as typed values with true places.

>>> from newsfacts import Extractor
>>> [fact] = Extractor().extract("Räntan höjs till 2,5 procent.")
>>> fact.text, str(fact.value), fact.direction
('2,5 procent', '2.5', 'up')

Data that speak the Arrow C interface are read batch by batch: `Extractor.extract_batch`. For engines there are helpers,
imported on demand: `newsfacts.polars`, `.pandas`, `.duckdb`, `.datafusion`, `.spark`, `.spacy`, `.ftm`.
"""

from newsfacts._facts import (
    Date,
    Duration,
    Fact,
    Fraction,
    Money,
    Office,
    Official,
    Percent,
    Person,
    PersonMention,
    Place,
    Recurrence,
    RoleHolder,
    Segment,
    Term,
    VagueTime,
)
from newsfacts._native import (
    KINDS,
    LANGUAGES,
    SCHEMA_VERSION,
    Article,
    ArrowColumn,
    ArrowSchema,
    ArrowStream,
    ArrowTable,
    ColumnError,
    Error,
    Extractor,
    __version__,
    decode,
    fact_list_type,
    fact_schema,
    person_schema,
)

__all__ = [
    "KINDS",
    "LANGUAGES",
    "SCHEMA_VERSION",
    "Article",
    "ArrowColumn",
    "ArrowSchema",
    "ArrowStream",
    "ArrowTable",
    "ColumnError",
    "Date",
    "Duration",
    "Error",
    "Extractor",
    "Fact",
    "Fraction",
    "Money",
    "Office",
    "Official",
    "Percent",
    "Person",
    "PersonMention",
    "Place",
    "Recurrence",
    "RoleHolder",
    "Segment",
    "Term",
    "VagueTime",
    "__version__",
    "decode",
    "fact_list_type",
    "fact_schema",
    "person_schema",
]
