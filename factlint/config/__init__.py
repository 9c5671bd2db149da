"""Settings: what they are, the layers they come from, and where each value was set."""

from factlint.config.layers import load, rows
from factlint.config.settings import Configured, Origin, Row, Settings

__all__ = ["Configured", "Origin", "Row", "Settings", "load", "rows"]
