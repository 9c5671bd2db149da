"""One cache of rules and knowledge for all runs of this folder, so that each is about its own harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True, scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
