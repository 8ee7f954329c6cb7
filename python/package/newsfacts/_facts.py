"""Facts and persons. Places are characters of the text, as Python counts; the same in bytes of UTF-8 is beside them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: `text == document[start:end]`."""

    text: str
    start: int
    end: int
    byte_start: int
    byte_end: int


@dataclass(frozen=True, slots=True)
class Fact(Place):
    """What a place says, by its kind."""

    kind: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Date(Fact):
    """A calendar point or period. `value` is TIMEX3; days are None where the text and its date leave them open."""

    kind: ClassVar[str] = "date"
    value: str
    edtf: str
    start_date: datetime.date | None
    end_date: datetime.date | None
    granularity: str
    partial: bool
    modifier: str | None
    part_of_day: str | None
    start_time: datetime.time | None
    end_time: datetime.time | None
    inferred: dict[str, str] = field(hash=False)
    """The parts that the text does not state, each with its origin: `neighbour` or `reference`."""
    alternative: str | None


@dataclass(frozen=True, slots=True)
class Money(Fact):
    """An amount, or a range to `amount_max`, in the main unit of a currency (ISO 4217)."""

    kind: ClassVar[str] = "money"
    amount: Decimal
    currency: str
    amount_max: Decimal | None
    currency_assumed: bool
    currency_alternative: str | None
    modifier: str | None
    direction: str | None
    basis: str | None
    amount_from: Decimal | None
    per: str | None


@dataclass(frozen=True, slots=True)
class Percent(Fact):
    """A share; `unit` says of what: `percent`, `point`, `permille`, `per_ten_thousand`, `basis_point`."""

    kind: ClassVar[str] = "percent"
    value: Decimal
    unit: str
    value_max: Decimal | None
    modifier: str | None
    direction: str | None
    basis: str | None
    value_from: Decimal | None


@dataclass(frozen=True, slots=True)
class Term(Place):
    """The date beside an office: what it says of it (`during`, `since`, `until`), its TIMEX3 value and its days."""

    sense: str
    value: str
    start_date: datetime.date | None
    end_date: datetime.date | None

    @property
    def begins(self) -> datetime.date | None:
        """The first day of the office, where the text says it."""
        return None if self.sense == "until" else self.start_date

    @property
    def ends(self) -> datetime.date | None:
        """The last day of the office, where the text says it."""
        return None if self.sense == "since" else self.end_date


@dataclass(frozen=True, slots=True)
class Office(Place):
    """An office as the text states it: its `text` is the title. Ids are those of your rows; that of a party's body is its
    Wikidata item."""

    id: str | None
    role: str
    role_wikidata: str | None
    body: str | None
    body_kind: str | None
    body_id: str | None
    country: str | None
    tenure: str
    deputy: bool
    term: Term | None

    @property
    def title(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Official(Fact):
    """A person named with public offices, in the order of the text; there is at least one."""

    kind: ClassVar[str] = "official"
    name: str
    name_start: int
    name_end: int
    id: str | None
    offices: tuple[Office, ...]
    party: str | None
    party_id: str | None
    party_country: str | None


@dataclass(frozen=True, slots=True)
class RoleHolder(Official):
    """A person named with a role that is no public office; on request, as `role`."""

    kind: ClassVar[str] = "role"


@dataclass(frozen=True, slots=True)
class Fraction(Fact):
    """A part, or how many times; on request."""

    kind: ClassVar[str] = "fraction"
    numerator: Decimal
    denominator: Decimal
    multiple: bool


@dataclass(frozen=True, slots=True)
class Duration(Fact):
    """A length of time; `value` is TIMEX3; on request. Where the words count from or to a point of time: on which side of
    it (`before`, `after`), which point (`now`, `event`), and what is meant (`point`, `window`, `within`)."""

    kind: ClassVar[str] = "duration"
    value: str
    amount: Decimal
    unit: str
    direction: str | None
    anchor: str | None
    reach: str | None


@dataclass(frozen=True, slots=True)
class Recurrence(Fact):
    """A time that comes again; `value` is TIMEX3; on request."""

    kind: ClassVar[str] = "recurrence"
    value: str


@dataclass(frozen=True, slots=True)
class VagueTime(Fact):
    """A time that no calendar fixes; `value` is TIMEX3; on request."""

    kind: ClassVar[str] = "vague_time"
    value: str


@dataclass(frozen=True, slots=True)
class PersonMention(Place):
    """Where a person is mentioned, and how that was known: `office`, `name`, `short_name`, `surname`, `title`."""

    link: str


@dataclass(frozen=True, slots=True)
class Person:
    """An official of a document, with every office and all mentions."""

    name: str
    id: str | None
    party: str | None
    party_id: str | None
    party_country: str | None
    offices: tuple[Office, ...]
    mentions: tuple[PersonMention, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text; `fact` is what it says, if it says something. One after the other they are the text."""

    text: str
    start: int
    end: int
    fact: Fact | None


def remake(
    languages: list[str] | None, kinds: list[str] | None, lexicon: list[tuple[str, str, str]], figureless: bool
) -> object:
    """Makes an extractor anew, where it is unpickled."""
    from newsfacts._native import Extractor

    return Extractor(languages, kinds, lexicon, amounts_without_figure=figureless)
