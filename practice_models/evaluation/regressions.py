"""The regressions of the estimates that no closed form gives; they need the extra `estimation`, loaded only when used."""

import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from practice_models.evaluation.estimates import Estimate


class EstimationMissingError(ImportError):
    """The extra `estimation` is not installed."""


def fit_propensities(covariates: Sequence[Sequence[float]], in_service: Sequence[bool]) -> list[float]:
    """Everybody's log-odds of being in the service, by logistic regression.

    Args:
        covariates: One row a person, one column a covariate.
        in_service: Whether each person is in the service.

    Raises:
        EstimationMissingError: Where the extra `estimation` is not installed.
        ValueError: Where the covariates tell the two groups apart completely, or one is made of others.

    Source:
        Rosenbaum and Rubin (1983), Biometrika 70, 41-55.
    """
    logit = _load("statsmodels.discrete.discrete_model").Logit
    numpy_error: type[Exception] = _load("numpy.linalg").LinAlgError
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            fit = logit([float(each) for each in in_service], [[1.0, *row] for row in covariates]).fit(disp=False)
    except (Warning, numpy_error) as error:
        raise ValueError(
            "covariates tell service and comparison apart completely, or repeat one another; expected people who could be in either"
        ) from error
    return [float(each) for each in fit.fittedvalues]


def fit_changes(
    outcomes: Sequence[float],
    in_service: Sequence[bool],
    afterwards: Sequence[bool],
    clusters: Sequence[int] | None = None,
    confidence: float = 0.95,
) -> tuple[Estimate, Estimate, Estimate]:
    """The change of the service, of its comparison, and their difference, by ordinary least squares with errors that are robust.

    Args:
        outcomes: One a person; 0 and 1, or a score.
        in_service: Whether each person is in the service's group.
        afterwards: Whether each outcome is from after the service began.
        clusters: The number of each person's cluster, or None where people are independent.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        EstimationMissingError: Where the extra `estimation` is not installed.

    Source:
        Angrist and Pischke (2009), Mostly Harmless Econometrics.
    """
    rows = [[1.0, float(s), float(a), float(s and a)] for s, a in zip(in_service, afterwards, strict=True)]
    robust = {"cov_type": "HC3"} if clusters is None else {"cov_type": "cluster", "cov_kwds": {"groups": list(clusters)}}
    fit = _load("statsmodels.regression.linear_model").OLS(list(outcomes), rows).fit(use_t=True, **robust)

    def combined(*weights: int) -> Estimate:
        test = fit.t_test(list(weights))
        low, high = test.conf_int(alpha=1 - confidence)[0]
        return Estimate(float(test.effect[0]), float(low), float(high), confidence)

    return combined(0, 0, 1, 1), combined(0, 0, 1, 0), combined(0, 0, 0, 1)


def _load(module: str) -> Any:
    """A module of the extra; only the one that is needed, for all of them take a second to load."""
    try:
        return import_module(module)
    except ImportError as error:
        raise EstimationMissingError("this needs statsmodels; install practice-guides[estimation]") from error
