"""Officials as entities of FollowTheMoney, in its JSON form: `Person`, `Position` and the `Occupancy` between them, parties
and bodies as `Organization`."""

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
        about = _known_as(person.id) | {"political": person.party, "sourceUrl": source}
        yield _entity(holder, "Person", name=person.name, position=titles, **about)
        if person.party:
            party = _id(source, "organization", person.party)
            country = (person.party_country or "").lower()
            yield _entity(party, "Organization", name=person.party, country=country, **_known_as(person.party_id))
            yield _entity(_id(holder, party), "Membership", member=holder, organization=party)
        for office in person.offices:
            body = office.body and _id(source, "organization", office.body)
            if body:
                yield _entity(body, "Organization", name=office.body, keywords=office.body_kind, **_known_as(office.body_id))
            post = _id(source, "position", office.title)
            # The item of a role is a class of positions, not the position.
            words = [word for word in (office.role, office.role_wikidata, office.id) if word]
            country = (office.country or "").lower()
            yield _entity(post, "Position", name=office.title, country=country, organization=body, keywords=words)
            term, status = office.term, STATUS.get(office.tenure, "unknown")
            begun = term and term.sense != "until" and term.start_date
            ended = term and term.sense != "since" and term.end_date
            days = {"startDate": str(begun or ""), "endDate": str(ended or "")}
            yield _entity(_id(holder, post), "Occupancy", holder=holder, post=post, status=status, **days)


def _id(*parts: str) -> str:
    return "newsfacts-" + sha1("\0".join(parts).encode()).hexdigest()


def _known_as(key: str | None) -> dict[str, str | None]:
    is_item = key is not None and key[:1] == "Q" and key[1:].isdecimal()
    return {"wikidataId" if is_item else "idNumber": key}


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": key, "schema": schema, "properties": lists}
