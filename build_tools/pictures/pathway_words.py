"""The pathway in words: what there is to see, and the stages as a list."""

from collections.abc import Sequence

from build_tools.pictures.markup import Markup, escape_text, together
from build_tools.pictures.picture import LinkOf
from build_tools.pictures.words import count_of, html_link, html_list, listed
from practice_models.plain_text import first_sentence
from practice_models.vocabulary.pathway import Stage


def describe_pathway(stages: Sequence[Stage]) -> str:
    """What there is to see, in sentences."""
    sentences = [f"{count_of(len(stages), 'stage')} from top to bottom: {listed([stage.title for stage in stages])}."]
    place = {stage.id: position for position, stage in enumerate(stages)}
    for position, stage in enumerate(stages):
        back = [stages[place[name]].title for name in stage.next if name in place and place[name] < position]
        if back:
            sentences.append(f"{stage.title} can lead back to {listed(back, 'or')}.")
    ends = [stage.title for stage in stages if stage.ends]
    if ends:
        sentences.append(f"It may end in {listed(ends, 'or')}.")
    stops = [stage.title for stage in stages if stage.safety_stops]
    if stops:
        sentences.append(f"Safety stops stand in {listed(stops)}.")
    return " ".join(sentences)


def pathway_in_words(stages: Sequence[Stage], link_of: LinkOf) -> Markup:
    """The stages as a list, each with where it leads and what stops it."""
    titles = {stage.id: stage.title for stage in stages}
    return html_list((_stage_in_words(stage, titles, link_of) for stage in stages), first=1)


def _stage_in_words(stage: Stage, titles: dict[str, str], link_of: LinkOf) -> Markup:
    following = [name for name in stage.next if name in titles]
    ways = [together(Markup("Then "), _ways(following, titles, link_of))] if following else []
    if stage.ends:
        ways.append(escape_text("It may end here." if following else "It ends here."))
    if stage.safety_stops:
        stops = (escape_text(first_sentence(stop.when)) for stop in stage.safety_stops)
        ways.append(together(escape_text(f"{count_of(len(stage.safety_stops), 'safety stop')}:"), html_list(stops)))
    head = together(html_link(link_of("stage", stage.id), stage.title), Markup(": "), escape_text(first_sentence(stage.purpose)))
    return together(head, html_list(ways)) if ways else head


def _ways(following: Sequence[str], titles: dict[str, str], link_of: LinkOf) -> Markup:
    links = [html_link(link_of("stage", name), titles[name]) for name in following]
    return Markup(" or ".join(links) + ".")
