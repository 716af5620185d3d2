"""The sound little library, and cases that break it in one place."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from practice_models.checking import check_library
from practice_models.examples import check_examples
from practice_models.problems import Problem
from practice_models.reading.folders import read_folder

HERE = Path(__file__).parent
SOUND = HERE / "sound"


@dataclass(frozen=True)
class Case:
    """One way to break the sound library, and every line that the reader must then say."""

    code: str
    why: str
    file: str
    sound: str
    bad: str
    says: tuple[str, ...]
    on_site: bool = False
    """True where the fault shows only when the site is built; the file is then one of the tiny project's."""
    repeat: int = 1
    """How many times the bad text stands in the file, for a file that is too large."""

    @property
    def raw(self) -> bytes:
        """The bytes of the broken file."""
        path = SOUND / self.file
        if not self.sound:
            return self.bad.encode("latin-1") * self.repeat
        text = path.read_text(encoding="utf-8")
        if self.sound not in text:
            raise AssertionError(f"{self.code}: the sound text does not stand in {self.file}")
        return text.replace(self.sound, self.bad, 1).encode()


def all_cases() -> list[Case]:
    """Every case, in order of code."""
    cases = []
    for path in sorted((HERE / "problems").glob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        says = tuple(held["says"].splitlines())
        cases.append(
            Case(
                held["code"],
                held["why"].strip(),
                held["file"],
                held.get("sound", ""),
                held["bad"],
                says,
                held.get("on_site", False),
                held.get("repeat", 1),
            )
        )
    return cases


def break_sound_library(case: Case, folder: Path) -> Path:
    """A copy of the sound library with the case's fault in it."""
    target = folder / "library"
    shutil.copytree(SOUND, target)
    broken = target / case.file
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_bytes(case.raw)
    return target


def problems_of(library: Path) -> list[Problem]:
    """Everything that reading and checking a library and running its worked examples finds, in file order."""
    result = read_folder(library, library)
    problems = {*result.problems, *check_library(result.library, library, result.broken)}
    return sorted(problems or check_examples(result.library, library))
