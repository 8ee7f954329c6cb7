import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias, final

from newsfacts._facts import Fact, Person, Segment

class _CArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...

class _CStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

class _CSchema(Protocol):
    def __arrow_c_schema__(self) -> Any: ...

_ArrowData: TypeAlias = _CArray | _CStream
"""Whatever speaks the Arrow C interface: of pyarrow, polars, pandas, DuckDB, DataFusion …"""
_Kept: TypeAlias = str | Sequence[str] | Mapping[str, str]
"""Columns to keep: names, or new names by names."""

__version__: str
SCHEMA_VERSION: int
KINDS: tuple[str, ...]
LANGUAGES: tuple[str, ...]

class Error(ValueError):
    """What newsfacts cannot read: a name, a page, a lexicon row, a date."""

class ColumnError(Error):
    """A column is missing, of a wrong type or holds a value that cannot be read."""

    column: str | None
    row: int | None

@final
class Article:
    """A news page: its story, headline, day of publication and language."""

    @staticmethod
    def from_bytes(
        data: bytes,
        content_type: str | None = None,
        *,
        body: str | None = None,
        date: str | None = None,
        dropped: str | None = None,
    ) -> Article:
        """Reads the bytes of a page in any encoding. `body`, `date` and `dropped` are CSS selectors."""
    @staticmethod
    def from_html(
        html: str, *, body: str | None = None, date: str | None = None, dropped: str | None = None
    ) -> Article:
        """Reads a page that is decoded."""
    @property
    def title(self) -> str | None: ...
    @property
    def text(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def published(self) -> datetime.date | None: ...
    @property
    def published_source(self) -> str | None: ...
    @property
    def modified(self) -> datetime.date | None: ...
    @property
    def byline(self) -> str | None: ...
    @property
    def section(self) -> str | None: ...
    @property
    def captions(self) -> list[str]: ...
    @property
    def language(self) -> str: ...
    @property
    def region(self) -> str | None: ...
    def element_at(self, index: int) -> str | None:
        """The CSS selector of the element that a character of `text` comes from."""

@final
class Extractor:
    """Finds facts. It can be shared by threads and pickled; each call releases the GIL while it reads.

    `languages` and `kinds` are names of `LANGUAGES` and `KINDS`; `lexicon` adds rows: language, table, lines of
    tab-separated cells of which the first names the columns.
    """

    def __new__(
        cls,
        languages: Sequence[str] | None = None,
        kinds: Sequence[str] | None = None,
        lexicon: Sequence[tuple[str, str, str]] | None = None,
        *,
        amounts_without_figure: bool = False,
    ) -> Extractor: ...
    def extract(
        self,
        text: str | Article,
        *,
        language: str | None = None,
        published: datetime.date | str | None = None,
        region: str | None = None,
    ) -> list[Fact]:
        """The facts of a text or page, in order, disjoint."""
    def people(
        self,
        text: str | Article,
        *,
        language: str | None = None,
        published: datetime.date | str | None = None,
        region: str | None = None,
    ) -> list[Person]:
        """The officials of a text or page, each once, with every office and all mentions."""
    def segments(
        self,
        text: str | Article,
        *,
        language: str | None = None,
        published: datetime.date | str | None = None,
        region: str | None = None,
    ) -> list[Segment]:
        """The whole text in pieces, facts and what stands between them."""
    def extract_json(
        self,
        text: str | Article,
        *,
        language: str | None = None,
        published: datetime.date | str | None = None,
        region: str | None = None,
    ) -> str:
        """The facts of a text or page as JSON, as the command writes them: places in bytes."""
    def extract_batch(
        self,
        data: _ArrowData,
        *,
        text: str = "text",
        language: str | None = None,
        published: str | None = None,
        region: str | None = None,
        keep: _Kept | None = None,
    ) -> ArrowTable:
        """A row a fact. `text`, `language`, `published` and `region` are names of columns; `keep` those to keep."""
    def extract_stream(
        self,
        data: _ArrowData,
        *,
        text: str = "text",
        language: str | None = None,
        published: str | None = None,
        region: str | None = None,
        keep: _Kept | None = None,
    ) -> ArrowStream:
        """The same one batch at a time, as they are asked for: memory does not grow with their number."""
    def people_batch(
        self,
        data: _ArrowData,
        *,
        text: str = "text",
        language: str | None = None,
        published: str | None = None,
        region: str | None = None,
        keep: _Kept | None = None,
    ) -> ArrowTable:
        """A row for each official of each document."""
    def extract_list(
        self,
        text: _ArrowData,
        *,
        language: _ArrowData | str | None = None,
        published: _ArrowData | datetime.date | str | None = None,
        region: _ArrowData | str | None = None,
    ) -> ArrowColumn:
        """A list of facts for each text of a column; the others are columns, or one value for all rows."""

@final
class ArrowSchema:
    """A schema or type, for `pyarrow.schema`, `pyarrow.field` and their like."""

    def __arrow_c_schema__(self) -> Any: ...

@final
class ArrowTable:
    """Rows in memory, for everything that speaks the Arrow C interface."""

    @property
    def num_rows(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@final
class ArrowStream:
    """Rows that are made when they are asked for, once."""

    @property
    def column_names(self) -> list[str]: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@final
class ArrowColumn:
    """A column in memory."""

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

def decode(data: bytes, content_type: str | None = None) -> str:
    """The text of bytes in any encoding of the web."""

def fact_schema(input: _CSchema | None = None, keep: _Kept | None = None) -> ArrowSchema:
    """The schema of `extract_batch`: kept columns of an input's schema, then those of facts."""

def person_schema(input: _CSchema | None = None, keep: _Kept | None = None) -> ArrowSchema:
    """The schema of `people_batch`: kept columns of an input's schema, then those of persons."""

def fact_list_type() -> ArrowSchema:
    """The type of `extract_list`, as a field."""
