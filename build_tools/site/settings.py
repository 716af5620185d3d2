"""The settings of an mkdocs.yml with the place of each, read without MkDocs and whatever tags they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from practice_models.problems import DefinitionError, Place, Problem

Step = str | int
Steps = tuple[Step, ...]
"""The way to a setting: keys, positions in lists, and names of list items such as plug-ins."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_ENVIRONMENT = "!ENV"
_YES = frozenset({"true", "yes", "on"})


@dataclass(frozen=True, slots=True)
class _Layer:
    """One configuration file."""

    path: Path
    shown: str
    top: yaml.MappingNode


@dataclass(slots=True)
class Settings:
    """What a configuration file and those that it inherits from hold; problems with it are gathered as they are met."""

    layers: tuple[_Layer, ...]
    environment: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    _looked_up: dict[str, str | None] = field(default_factory=dict)

    @property
    def inherited(self) -> tuple[Path, ...]:
        """The files that the configuration file builds on, nearest first."""
        return tuple(layer.path for layer in self.layers[1:])

    @property
    def looked_up(self) -> tuple[tuple[str, str | None], ...]:
        """The environment variables that the files name, with their values, in order of name."""
        for layer in self.layers:
            for name in _variables(layer.top):
                self._looked_up[name] = self.environment.get(name)
        return tuple(sorted(self._looked_up.items()))

    def text(self, path: str | Steps, default: str) -> str:
        """A setting's text, or the default where it is missing, null or (a problem) no text."""
        node = self._node(path)
        if isinstance(node, yaml.SequenceNode) and node.tag == _ENVIRONMENT:
            return self._from_environment(node) or default
        if isinstance(node, yaml.ScalarNode):
            value = self._from_environment(node) if node.tag == _ENVIRONMENT else str(node.value)
            return value or default if node.tag != _NULL else default
        if node is not None:
            self.blame(path, "PG203", f"'{_steps(path)[-1]}' is {_shape(node)}; expected text")
        return default

    def texts(self, path: str | Steps) -> Iterator[str]:
        """The texts of a list; a missing list is empty."""
        node = self._node(path)
        if node is None or node.tag == _NULL:
            return
        if not isinstance(node, yaml.SequenceNode):
            self.blame(path, "PG203", f"'{_steps(path)[-1]}' is {_shape(node)}; expected a list")
            return
        for place in range(len(node.value)):
            yield self.text((*_steps(path), place), "")

    def flag(self, path: str | Steps) -> bool:
        """Whether a setting is switched on."""
        return self.text(path, "").lower() in _YES

    def names(self, path: Steps) -> tuple[str, ...]:
        """The keys under a setting; none where it holds no mapping."""
        node = self._node(path)
        return tuple(str(key.value) for key, _ in node.value) if isinstance(node, yaml.MappingNode) else ()

    def has_item(self, key: str, name: str) -> bool:
        """Whether a list such as `plugins` has an item of a name, with or without options."""
        return self._found((key, name)) is not None

    def blame(self, path: str | Steps, code: str, message: str, *, on_key: bool = False) -> None:
        """Note a problem with a setting."""
        self.problems.append(self.problem(path, code, message, on_key=on_key))

    def problem(self, path: str | Steps, code: str, message: str, *, on_key: bool = False) -> Problem:
        """A problem at a setting's line and column, or at its nearest existing parent's."""
        steps = _steps(path)
        for length in range(len(steps), 0, -1):
            found = self._found(steps[:length])
            if found is not None:
                layer, key, value = found
                mark = (key if on_key and length == len(steps) and key is not None else value).start_mark
                return Problem(Place(layer.shown, mark.line + 1, mark.column + 1), code, message)
        return Problem(Place(self.layers[0].shown), code, message)

    def _node(self, path: str | Steps) -> yaml.Node | None:
        found = self._found(_steps(path))
        return found[2] if found else None

    def _found(self, steps: Steps) -> tuple[_Layer, yaml.Node | None, yaml.Node] | None:
        """The nearest file that has a setting, with the nodes of its key and value."""
        for layer in self.layers:
            key: yaml.Node | None = None
            node: yaml.Node = layer.top
            for step in steps:
                child = _child(node, step)
                if child is None:
                    break
                key, node = child
            else:
                return layer, key, node
        return None

    def _from_environment(self, node: yaml.Node) -> str:
        """What `!ENV NAME` or `!ENV [NAME, OTHER, default]` stands for."""
        if isinstance(node, yaml.ScalarNode):
            return self.environment.get(str(node.value), "")
        *names, default = [str(item.value) for item in node.value] or [""]
        return next((self.environment[name] for name in names if name in self.environment), default)


def read_settings(config_file: Path, environment: Mapping[str, str]) -> Settings:
    """The settings of a configuration file.

    Args:
        config_file: An mkdocs.yml.
        environment: What `!ENV` looks up.

    Raises:
        DefinitionError: Where a file cannot be read as settings at all.
    """
    layers = [_read_layer(config_file, config_file.name)]
    seen = {config_file.resolve()}
    while (parent := _parent(layers[-1])) is not None and parent.resolve() not in seen:
        seen.add(parent.resolve())
        layers.append(_read_layer(parent, parent.name))
    return Settings(tuple(layers), environment)


def _read_layer(path: Path, shown: str) -> _Layer:
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except FileNotFoundError as error:
        raise DefinitionError([Problem(Place(shown), "PG302", f"there is no file {path}")]) from error
    except UnicodeDecodeError as error:
        raise DefinitionError([Problem(Place(shown), "PG102", "the file is not UTF-8 text; save it as UTF-8")]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        raise DefinitionError([Problem(place, "PG101", str(error.problem or error))]) from error
    if not isinstance(node, yaml.MappingNode):
        raise DefinitionError([Problem(Place(shown), "PG203", "the file holds no settings; expected a mapping such as 'site_name: …'")])
    return _Layer(path, shown, node)


def _parent(layer: _Layer) -> Path | None:
    child = _child(layer.top, "INHERIT")
    return layer.path.parent / str(child[1].value) if child and isinstance(child[1], yaml.ScalarNode) else None


def _steps(path: str | Steps) -> Steps:
    return (path,) if isinstance(path, str) else path


def _child(node: yaml.Node, step: Step) -> tuple[yaml.Node | None, yaml.Node] | None:
    """The nodes of key and value one step down, or None."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in reversed(node.value) if key.value == step), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    if isinstance(step, int):
        return (None, node.value[step]) if step < len(node.value) else None
    return next((found for item in node.value if (found := _named(item, step)) is not None), None)


def _named(item: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    """A list item that is a bare name, or a mapping of the name to its options."""
    if isinstance(item, yaml.ScalarNode) and item.value == name:
        return item, item
    if isinstance(item, yaml.MappingNode):
        return next(((key, value) for key, value in item.value if key.value == name), None)
    return None


def _variables(node: yaml.Node) -> Iterator[str]:
    """The environment variables that a file names anywhere."""
    if node.tag == _ENVIRONMENT:
        items = node.value[:-1] or node.value if isinstance(node, yaml.SequenceNode) else [node]
        yield from (str(item.value) for item in items)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _variables(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _variables(item)


def _shape(node: yaml.Node) -> str:
    return "a mapping" if isinstance(node, yaml.MappingNode) else "a list" if isinstance(node, yaml.SequenceNode) else f"'{node.value}'"
