"""What stands on a page around its article: navigation, offers, comments, what is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.sources.html.tree import Element

_NEVER = word_set(
    "script style noscript template head nav button input select textarea svg iframe object embed audio video"
    " canvas map dialog menu title noframes"
)
_ROLES = word_set("navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar")
# Parts of class names and ids; a part ends where the word does or at the next capital, dash or underline.
_PARTS = word_set(
    "ad ads advert advertisement advertising adslot adunit banner breadcrumb breadcrumbs byline-social carousel comment"
    " comments commentlist consent cookie cookies disqus dfp follow footer gdpr gpt hidden interstitial jobs login"
    " masthead menu metered mostread mostpopular most nav navbar navigation navigator newsletter offscreen outbrain"
    " pagination paywall popular popup popin print promo promobox promos promotion rail readmore readnext recirc"
    " recirculation recommended recommendation recommendations register related relatedlinks relatedposts"
    " respond share sharebar sharing sidebar signin signup skip social socials sociallinks sponsor sponsored subscribe"
    " subscription syndication taboola tags taglist tagcloud teaser teasers toolbar tooltip topics trending"
    " video-player widget newswidget screenreader visuallyhidden"
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ARTICLE_WORDS = frozenset({"article", "story", "body", "content", "main", "entry", "post", "page", "layout"})


def is_never_text(element: Element) -> bool:
    """Whether an element cannot be a part of an article: by its tag, its role, or because nobody sees it."""
    if element.name in _NEVER:
        return True
    if not element.attributes:
        return False
    if "hidden" in element.attributes or element.get("aria-hidden") == "true":
        return True
    return element.get("role").lower() in _ROLES or _HIDDEN_STYLE.search(element.get("style")) is not None


def is_named_so(element: Element) -> bool:
    """Whether the class or the id of an element says that it stands beside the article."""
    if element.name == "form":
        return True
    if not element.attributes or element.name in {"body", "html", "article", "main"}:
        return False
    for name in (*element.get("class").split(), element.get("id")):
        words = [word.lower() for word in _WORDS.findall(name)[:8]]
        # “article-with-sidebar” is not the sidebar: what a thing is stands last, and what it is for first.
        if words and not _ARTICLE_WORDS.intersection(words) and _PARTS.intersection((words[0], words[-1])):
            return True
        if words and words[-1] in {"comments", "ad", "ads", "newsletter", "promo", "related", "share", "sharing"}:
            return True
    return False
