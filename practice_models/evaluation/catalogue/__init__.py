"""The methods that a worked example and `practice evaluate` can use, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from practice_models.evaluation.catalogue.comparing import COMPARING
from practice_models.evaluation.catalogue.costing import COSTING
from practice_models.evaluation.catalogue.measuring import MEASURING
from practice_models.evaluation.catalogue.piloting import PILOTING
from practice_models.evaluation.catalogue.sizing import SIZING
from practice_models.evaluation.methods import Method

METHODS: Mapping[str, Method] = MappingProxyType({**SIZING, **PILOTING, **COMPARING, **MEASURING, **COSTING})
"""The methods that a worked example can use, by name, in the order of an evaluation."""
