"""What an article is: text, metadata, sections, annotations, the story it belongs to. Frozen; no input or output."""

from factlint.article.annotation import Annotation, Part, Place, Weighed
from factlint.article.article import Article, Metadata
from factlint.article.facts import computed, fact
from factlint.article.section import DEFAULT_SECTIONS, SECTION_KINDS, Section
from factlint.article.story import Anchor, Card, Story

__all__ = [
    "DEFAULT_SECTIONS",
    "SECTION_KINDS",
    "Anchor",
    "Annotation",
    "Article",
    "Card",
    "Metadata",
    "Part",
    "Place",
    "Section",
    "Story",
    "Weighed",
    "computed",
    "fact",
]
