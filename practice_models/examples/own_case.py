"""A reader's own case: a file with one case, and the edition that it is worked out with."""

import json
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from practice_models.examples.running import run_case
from practice_models.examples.working import CaseError, Run
from practice_models.library import Edition, Library
from practice_models.problems import DefinitionError, Place, Problem, nearest
from practice_models.reading.shape import shape_faults, show
from practice_models.reading.yaml_text import Data, TextError, locate, parse_yaml
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.example import CASE_FIELDS, AssessmentCase, CalculationCase, Case, ComparisonCase, PathwayCase, PlanCase

_WORDS: dict[str, type[Word]] = {
    "assessment": AssessmentCase,
    "pathway": PathwayCase,
    "plan": PlanCase,
    "calculation": CalculationCase,
    "comparison": ComparisonCase,
}


def try_case(path: Path, shown: str, library: Library, name: str | None = None) -> tuple[Edition, Run]:
    """Work a reader's own case out.

    Args:
        path: The file: one of the kinds of case, such as `assessment`, as in a worked example, and `edition`.
        shown: The path as messages show it.
        library: Everything that is published.
        name: The edition to use instead of the file's: `my-direction@2.0.0`, or `my-direction` for the one in force.

    Returns:
        The edition that was used, and what came out.

    Raises:
        DefinitionError: With everything that is wrong with the file.
        OSError: Where it cannot be read.
    """
    raw = path.read_bytes()
    try:
        data = parse_yaml(raw)
        kind, body = _split(raw, data, shown)
        edition = _find_edition(raw, data, name, library, shown)
        case = cast("Case", _WORDS[kind].model_validate_json(json.dumps(body)))
        return edition, run_case(kind, case, edition)
    except TextError as error:
        raise DefinitionError(
            Problem(Place(shown, fault.line, fault.column), fault.code, fault.message) for fault in error.faults
        ) from error
    except ValidationError as error:
        faults = shape_faults(error, _WORDS[kind], raw, (kind,), {})
        raise DefinitionError(Problem(Place(shown, fault.line, fault.column), fault.code, fault.message) for fault in faults) from error
    except CaseError as error:
        raise DefinitionError(
            Problem(Place(shown, *locate(raw, (kind, *fault.path))), fault.code, fault.message) for fault in error.faults
        ) from error


def _split(raw: bytes, data: Data, shown: str) -> tuple[str, Data]:
    """The kind of the case and what stands under its key."""
    allowed = ("edition", *CASE_FIELDS)
    if not isinstance(data, dict):
        message = f"the file holds {show(data)}; it must hold 'edition' and one of {', '.join(CASE_FIELDS)}"
        raise DefinitionError([Problem(Place(shown), "PG108", message)])
    unknown = [key for key in data if key not in allowed]
    if unknown:
        raise DefinitionError(
            Problem(Place(shown, *locate(raw, (key,), key=True)), "PG201", f"unknown key '{key}'{nearest(key, allowed)}") for key in unknown
        )
    kinds = [key for key in data if key in CASE_FIELDS]
    if len(kinds) != 1:
        message = f"give exactly one of {', '.join(CASE_FIELDS)}; found {' and '.join(kinds) or 'none'}"
        raise DefinitionError([Problem(Place(shown), "PG207", message)])
    return kinds[0], data[kinds[0]]


def _find_edition(raw: bytes, data: Data, name: str | None, library: Library, shown: str) -> Edition:
    written = data.get("edition") if isinstance(data, dict) else None
    wanted = name or (written if isinstance(written, str) else "")
    guide, at, version = wanted.partition("@")
    edition = library.edition(guide, version) if at else library.in_force(guide)
    if edition is None:
        place = Place(shown, *locate(raw, ("edition",))) if written and not name else Place(shown)
        known = [each.name for each in library.editions]
        raise DefinitionError([Problem(place, "PG851", f"there is no edition {show(wanted or None)}{nearest(wanted, known)}")])
    return edition
