"""A plan in force in the small city."""

from tests.interfaces.plans.conftest import plan

__all__ = ["plan"]
