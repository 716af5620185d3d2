"""The theory of change runs one way: inputs, activities, mechanisms, outcomes."""

from collections.abc import Iterator

from practice_models.library import Edition
from practice_models.reading.documents import Report
from practice_models.vocabulary.address import Address, parse_address

_ORDER = {"input": 0, "activity": 1, "mechanism": 2, "outcome": 3}


def check_theory(edition: Edition) -> Iterator[Report]:
    """Yield PG607 for links that run backwards or in a circle, and PG608 for outcomes no activity leads to."""
    links: list[tuple[Address, Address]] = []
    turned = False
    for link in edition.logic_links:
        origin = edition.origins["logic-link", link.id]
        cause, effect = parse_address(link.cause), parse_address(link.effect)
        for field, address in (("cause", cause), ("effect", effect)):
            if address is not None and address.kind not in _ORDER:
                message = f"'{field}' is '{address}'; a theory of change joins {', '.join(_ORDER)}"
                yield Report(origin.at(field), "PG607", message)
        if cause is None or effect is None or cause.kind not in _ORDER or effect.kind not in _ORDER:
            continue
        links.append((cause, effect))
        if _ORDER[effect.kind] < _ORDER[cause.kind]:
            turned = True
            yield Report(origin, "PG607", f"the link '{link.id}' runs backwards, from '{cause}' to '{effect}'")
        elif _leads(effect, cause, links):
            yield Report(origin, "PG607", f"the link '{link.id}' closes a circle: '{effect}' already leads to '{cause}'")
    for outcome in edition.outcomes if links and not turned else ():
        target = Address("outcome", outcome.id)
        if not any(_leads(Address("activity", each.id), target, links) for each in edition.activities):
            message = f"no activity leads to the outcome '{outcome.id}'; add a logic link that ends in it"
            yield Report(edition.origins["outcome", outcome.id], "PG608", message)


def _leads(start: Address, end: Address, links: list[tuple[Address, Address]]) -> bool:
    """Whether links lead from one address to another; a place leads to itself."""
    reached: set[Address] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        if here not in reached:
            reached.add(here)
            waiting.extend(effect for cause, effect in links if cause == here)
    return False
