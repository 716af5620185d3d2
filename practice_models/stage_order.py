"""The order of stages: as a case goes, not as files are named."""

from collections.abc import Iterator, Mapping, Sequence

from practice_models.vocabulary.pathway import Stage


def order_stages(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """The stages so that the usual way runs straight on as far as it can; those that cannot be reached come last.

    Args:
        stages: In any order; `next` names the usual stage first.
    """
    by_id = {stage.id: stage for stage in stages}
    starts = [stage.id for stage in stages if stage.begins] + [stage.id for stage in stages if not stage.begins]
    ordered: list[str] = []
    seen: set[str] = set()
    for start in starts:
        ordered.extend(reversed(list(_after(start, by_id, seen))))
    return tuple(by_id[name] for name in ordered)


def _after(start: str, by_id: Mapping[str, Stage], seen: set[str]) -> Iterator[str]:
    """What can be reached from a stage and was not seen before, each stage after everything that it leads to."""
    if start in seen:
        return
    seen.add(start)
    waiting = [(start, list(by_id[start].next))]
    while waiting:
        name, ways = waiting[-1]
        following = next((way for way in reversed(ways) if way in by_id and way not in seen), None)
        if following is None:
            yield name
            waiting.pop()
            continue
        seen.add(following)
        waiting.append((following, list(by_id[following].next)))
