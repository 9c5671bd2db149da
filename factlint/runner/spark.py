"""The steps of a scan on Apache Spark: in this machine's own processes (``local[*]``), or on a cluster.

Spark moves record batches between the same steps that one machine runs (see ``columns``): ``mapInArrow`` for what one
batch gives, ``groupBy().applyInArrow`` for what has one key. Of a worker that is lost it does the work again.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.engine.run import Engine
from factlint.knowledge import Knowledge, kinds
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa

    from factlint.ruleset.rule import Rule

    OfBatches = Callable[[Engine, Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]
    OfGroup = Callable[[Engine, Any, pa.RecordBatch], pa.RecordBatch]

_TRIES = 4  # of a task whose worker is lost; a cluster has its own setting
LOCAL = f"local[*,{_TRIES}]"


class Spark:
    """A Spark session, and the rules and knowledge that its workers are given."""

    def __init__(self, session: Any, rules: Sequence[Rule], knowledge: Knowledge) -> None:
        self.session = session
        # A worker of a cluster has no cache of ours: it is given every row.
        every = Knowledge({kind: tuple(knowledge.rows(kind)) for kind in kinds()})
        self._given = session.sparkContext.broadcast(pickle.dumps((tuple(rules), every)))

    def table(self, rows: Sequence[tuple[Any, ...]], schema: pa.Schema, parts: int = 0) -> Any:
        """Rows of this process as a table of Spark's, in so many parts."""
        made = self.session.createDataFrame(list(rows), _types(schema))
        return made.repartition(parts) if parts else made

    def mapped(self, table: Any, step: OfBatches, schema: pa.Schema) -> Any:
        """What a step gives for the batches of a table, kept on disk."""
        from pyspark import StorageLevel

        done = table.mapInArrow(partial(_on_batches, self._given, step), _types(schema))
        return done.persist(StorageLevel.DISK_ONLY)

    def reduced(self, table: Any, key: str, step: OfGroup, schema: pa.Schema) -> Any:
        """What a step gives for the rows of a table that have one key."""
        return table.groupBy(key).applyInArrow(_grouped(self._given, step), _types(schema))


@contextmanager
def spark(master: str | None, rules: Sequence[Rule], knowledge: Knowledge, jobs: int | None) -> Iterator[Spark]:
    """A Spark session; ended with all that it has.

    Raises ProblemError where there is no Java to run it, and where Spark lost its workers again and again.
    """
    _needs_java()
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master is None:
        # Drafts are private: on one machine nothing listens but to itself.
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.appName("factlint").master(master or (f"local[{jobs},{_TRIES}]" if jobs else LOCAL))
    for name, value in _SETTINGS.items() if master is None else ():
        builder = builder.config(name, value)
    session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    # Where Spark works here, a worker that is lost is no news: its work is done again, or the end of it is told.
    session.sparkContext.setLogLevel("ERROR" if master else "FATAL")
    try:
        yield Spark(session, rules, knowledge)
    except (Py4JJavaError, PySparkException) as error:
        if not any(sign in str(error) for sign in _LOST):
            raise
        raise ProblemError(_GIVEN_UP) from None
    finally:
        session.stop()


_SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "8",
    "spark.log.level": "ERROR",
}


_LOST = ("Python worker exited unexpectedly", "ExecutorLostFailure")
_GIVEN_UP = Problem(
    "factlint scan",
    "Spark lost its workers over the same articles again and again, perhaps for want of memory",
    "scan without --engine spark: that tells which article it is, and checks the others",
)


def _needs_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and (Path(home) / "bin").is_dir()):
        hint = "install Java 17 or later (openjdk-17-jre-headless), or leave --engine spark out"
        raise ProblemError(Problem("factlint scan", "Spark runs on Java, which is not installed here", hint))


def _types(schema: pa.Schema) -> Any:
    """A schema of Arrow's as one of Spark's."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


# -- in a worker

_ENGINES: dict[int, Engine] = {}


def _engine(given: Any) -> Engine:
    """The engine of this worker, made when the first batch comes."""
    key = id(given.value)
    if key not in _ENGINES:
        _ENGINES.clear()
        _ENGINES[key] = Engine(*pickle.loads(given.value))  # noqa: S301 - this program made it
    return _ENGINES[key]


def _on_batches(given: Any, step: OfBatches, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return step(_engine(given), batches)


def _grouped(given: Any, step: OfGroup) -> Callable[[Any, pa.Table], pa.Table]:
    # Spark counts the parameters of the function, so that it cannot be a partial.
    def of_group(key: Any, table: pa.Table) -> pa.Table:
        import pyarrow as pa

        [batch] = table.combine_chunks().to_batches()
        return pa.Table.from_batches([step(_engine(given), key[0].as_py(), batch)])

    return of_group
