"""Officials as entities of FollowTheMoney, in its JSON form: `Person`, `Position` and the `Occupancy` between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any

from newsfacts import Person

STATUS = {"current": "current", "acting": "current", "former": "ended"}


def entities(people: Iterable[Person], *, source: str) -> Iterator[dict[str, Any]]:
    """Entities of the people of one document. `source` is its address or id: people of two documents are never one
    here, as only the text says who they are."""
    for person in people:
        holder = _id(source, "person", person.name)
        titles = [office.title for office in person.offices]
        yield _entity(holder, "Person", name=person.name, position=titles, political=person.party, sourceUrl=source)
        for office in person.offices:
            post = _id(source, "position", office.title)
            yield _entity(post, "Position", name=office.title, country=(office.country or "").lower())
            status = STATUS.get(office.tenure, "unknown")
            yield _entity(_id(holder, post), "Occupancy", holder=holder, post=post, status=status)


def _id(*parts: str) -> str:
    return "newsfacts-" + sha1("\0".join(parts).encode()).hexdigest()


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": key, "schema": schema, "properties": lists}
