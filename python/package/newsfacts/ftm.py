"""Officials as entities of FollowTheMoney, in its JSON form: `Person`, `Position`, `Occupancy`, `Organization`, `Membership`."""

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any

from newsfacts import Person

STATUS = {"current": "current", "acting": "current", "former": "ended"}


def entities(people: Iterable[Person], *, source: str) -> Iterator[dict[str, Any]]:
    """Entities of the people of one document. `source` is its address or id: people of two documents are never one
    here, as only the text says who they are."""

    def entity(schema: str, known_by: dict[str, str], key: str | None = None, **others: Any) -> dict[str, Any]:
        number = sha1("\0".join([source, schema, *known_by.values()]).encode()).hexdigest()
        is_item = key is not None and key[:1] == "Q" and key[1:].isdecimal()
        properties = known_by | others | {"wikidataId" if is_item else "idNumber": key}
        lists = {name: value if isinstance(value, list) else [str(value)] for name, value in properties.items() if value}
        return {"id": f"newsfacts-{number}", "schema": schema, "properties": lists}

    for person in people:
        about = {"position": [office.title for office in person.offices], "political": person.party, "sourceUrl": source}
        yield (holder := entity("Person", {"name": person.name}, person.id, **about))
        if person.party:
            country = (person.party_country or "").lower()
            yield (party := entity("Organization", {"name": person.party}, person.party_id, country=country))
            yield entity("Membership", {"member": holder["id"], "organization": party["id"]})
        for office in person.offices:
            where: dict[str, Any] = {"country": (office.country or "").lower()}
            if office.body:
                yield (body := entity("Organization", {"name": office.body}, office.body_id, keywords=office.body_kind))
                where["organization"] = body["id"]
            # The item of a role is a class of positions, not the position.
            words = [word for word in (office.role, office.role_wikidata, office.id) if word]
            yield (post := entity("Position", {"name": office.title}, keywords=words, **where))
            days: dict[str, Any] = {"startDate": office.term.begins, "endDate": office.term.ends} if office.term else {}
            status = STATUS.get(office.tenure, "unknown")
            yield entity("Occupancy", {"holder": holder["id"], "post": post["id"]}, status=status, **days)
