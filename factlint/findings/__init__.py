"""What does not fit in the articles, and the steps a finding goes through on its way to a report."""

from factlint.findings.finding import SEVERITIES, Edit, Finding, Location, Related, Suggestion, Undecided

__all__ = ["SEVERITIES", "Edit", "Finding", "Location", "Related", "Suggestion", "Undecided"]
