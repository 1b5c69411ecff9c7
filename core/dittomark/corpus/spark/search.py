"""The candidate search on Spark, for corpora beyond one machine.

    from dittomark.corpus.spark import find_candidates_spark

    find_candidates_spark(["s3a://news/part-*.parquet"], "s3a://news/candidates.parquet",
                          master="spark://…")

The same fingerprint kernel, mask, keys and closer look as the embedded engine, as functions of
Arrow batches (`kernels`); counting, grouping and joining are Spark's. The result is the same
as the embedded engine's on the same articles in the order of their ids. Needs `dittomark[spark]`
and Java 17 or newer.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dittomark.corpus.mask.boilerplate_lines import (
    PAGES_LONG,
    PAGES_SHORT,
    REPRINTED,
    SHORT_WORDS,
    TEMPLATE_SOURCES,
)
from dittomark.corpus.matching.shingles import LEAST_SHARED, MOST_ARTICLES
from dittomark.corpus.spark import kernels
from dittomark.errors import UserError
from dittomark.system.optional_parts import SPARK

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_LOCAL_MEMORY: Final = "4g"  # Spark's own default, 1 GB, is not enough for 100,000 articles
_SETTINGS: Final = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def find_candidates_spark(
    paths: Sequence[str],
    out: str,
    *,
    master: str = "local[*]",
    settings: dict[str, str] | None = None,
) -> None:
    """Write the candidates of the articles in Parquet or JSONL parts as Parquet to `out`.

    Articles have the columns `id`, `text` and, if known, `source`; ids must differ. `settings`
    are Spark's own; on a cluster every worker needs `dittomark[spark]` installed. Raises
    `UserError` if PySpark or Java is missing.
    """
    session = start_session(master, settings)
    try:
        candidate_frame(read_parts(session, paths)).write.mode("overwrite").parquet(out)
    finally:
        session.stop()


def start_session(master: str, settings: dict[str, str] | None = None) -> "SparkSession":
    """Return a Spark session; raises `UserError` with what is missing."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise UserError(SPARK.missing) from None
    here: dict[str, str] = {}
    if master.startswith("local"):  # workers must use this Python, with this package
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        here["spark.driver.memory"] = _LOCAL_MEMORY
        here["spark.sql.shuffle.partitions"] = "8"
        here["spark.executorEnv.PYTHONPATH"] = str(Path(__file__).parents[3])
    builder = SparkSession.builder.appName("dittomark pairs").master(master)
    for name, value in {**_SETTINGS, **here, **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError) as error:
        text = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UserError("Spark did not start (it needs Java 17): {text}", text=text) from None


def read_parts(session: "SparkSession", paths: Sequence[str]) -> "DataFrame":
    """Return the articles in the files as a frame of id, source and text.

    Raises `UserError` for files without the columns `id` and `text`.
    """
    from pyspark.sql import functions as f

    jsonl = [path for path in paths if path.rstrip("*/").endswith((".jsonl", ".json"))]
    parquet = [path for path in paths if path not in jsonl]
    frames = [session.read.json(path) for path in jsonl]
    frames += [session.read.parquet(path) for path in parquet]
    found = []
    for frame in frames:
        missing = {"id", "text"} - set(frame.columns)
        if missing:
            raise UserError("The articles have no column {name}.", name=min(missing))
        source = f.col("source") if "source" in frame.columns else f.lit("")
        source = f.coalesce(source.cast("string"), f.lit(""))
        found.append(frame.select(f.col("id").cast("string"), source.alias("source"), "text"))
    articles = found[0]
    for other in found[1:]:
        articles = articles.unionByName(other)
    return articles


def candidate_frame(articles: "DataFrame") -> "DataFrame":
    """Return the candidates among the articles (id, source, text)."""
    from pyspark.sql import functions as f

    prints = articles.mapInArrow(kernels.prints, kernels.PRINTS).persist()
    # Numbered by id: the embedded engine numbers articles in the order of reading.
    prints = prints.orderBy("id").withColumn("number", f.monotonically_increasing_id()).persist()
    cores = _cores(prints).persist()
    pairs = _pairs(cores)
    side = cores.select("number", "id", "words", "dense", "digest", "core_digest", "runs")
    left, right = (
        side.select(*(f.col(name).alias(f"{name}_{letter}") for name in side.columns))
        for letter in "ab"
    )
    looked_at = (
        pairs.join(left, "number_a")
        .join(right, "number_b")
        .mapInArrow(kernels.keep_alike, kernels.LOOKS)
    )
    texts = articles.select("id", "text")
    for letter in "ab":
        own = texts.select(f.col("id").alias(f"id_{letter}"), f.col("text").alias(f"text_{letter}"))
        looked_at = looked_at.join(own, f"id_{letter}")
    return looked_at.mapInArrow(kernels.candidates, kernels.CANDIDATES)


def _cores(prints: "DataFrame") -> "DataFrame":
    """Return the core of each article (its unmasked words), and its keys."""
    from pyspark.sql import functions as f

    sizes = prints.groupBy("source").agg(f.count("*").alias("size"))
    lines = _lines(prints)
    distinct = lines.join(_copied_pages(prints), "number", "left_anti")
    counted = distinct.join(_pages_again(distinct, sizes), "number", "left_anti")
    pages = _pages_of_lines(counted).where("pages > 0")
    known = lines.join(pages, ["source", "line_hash"], "left").fillna(0, ["pages"])
    judged = _judged_lines(known.join(_templates(known), "line_hash", "left"))
    joined = prints.join(judged, "number", "left").join(sizes, "source")
    return joined.mapInArrow(kernels.cores, kernels.CORES)


def _lines(prints: "DataFrame") -> "DataFrame":
    """Return every line of every page (number, source, place) with its hash and words."""
    from pyspark.sql import functions as f

    columns = f.arrays_zip("line_hash", "line_words", "line_first")
    return prints.select("number", "source", f.posexplode(columns).alias("place", "line")).select(
        "number", "source", "place", "line.*"
    )


def _pages_of_lines(lines: "DataFrame") -> "DataFrame":
    """Return the number of pages of its source on which each line occurs."""
    from pyspark.sql import functions as f

    first = f.col("line_first").cast("long")
    return lines.groupBy("source", "line_hash").agg(f.sum(first).alias("pages"))


def _copied_pages(prints: "DataFrame") -> "DataFrame":
    """Return the numbers of pages that equal an earlier page of their source."""
    from pyspark.sql import functions as f

    return (
        prints.groupBy("source", "digest")
        .agg(f.min("number").alias("kept"), f.collect_list("number").alias("numbers"))
        .select("kept", f.explode("numbers").alias("number"))
        .where("number != kept")
    )


def _pages_again(lines: "DataFrame", sizes: "DataFrame") -> "DataFrame":
    """Return the numbers of pages whose article was on an earlier page of their source.

    They are identified by their longest line that is rare there; see `mask.boilerplate_lines`.
    """
    from pyspark.sql import functions as f

    rare = (f.col("pages") <= f.greatest(f.lit(30), f.floor(f.col("size") / 10))) & ~(
        (f.col("size") > 2) & (f.col("pages") * 2 > f.col("size"))
    )
    prefix = f.shiftrightunsigned("line_hash", 16)
    length = f.when(rare, f.least("line_words", f.lit(0xFFFF))).otherwise(0)
    own = f.when(rare, f.col("line_words")).otherwise(0)
    twice = f.when(f.col("pages") >= 2, own).otherwise(0)
    longest = (
        lines.join(_pages_of_lines(lines), ["source", "line_hash"])
        .join(sizes, "source")
        .groupBy("source", "number")
        .agg(
            f.max(f.struct(length.alias("length"), prefix.alias("prefix"))).alias("longest"),
            (f.sum(twice) >= REPRINTED * f.sum(own)).alias("reprinted"),
        )
    )
    return (
        longest.where("longest.length >= 8")
        .groupBy("source", "longest")
        .agg(
            f.min("number").alias("kept"),
            f.collect_list(f.when(f.col("reprinted"), f.col("number"))).alias("numbers"),
        )
        .select("kept", f.explode("numbers").alias("number"))
        .where("number != kept")
    )


def _templates(known: "DataFrame") -> "DataFrame":
    """Return the lines that are frequent in several sources."""
    from pyspark.sql import functions as f

    often = (f.col("pages") >= PAGES_LONG) | (
        (f.col("line_words") <= SHORT_WORDS) & (f.col("pages") >= PAGES_SHORT)
    )
    return (
        known.where(often)
        .select("source", "line_hash")
        .distinct()
        .groupBy("line_hash")
        .count()
        .where(f.col("count") >= TEMPLATE_SOURCES)
        .select("line_hash", f.lit(True).alias("template"))
    )


def _judged_lines(lines: "DataFrame") -> "DataFrame":
    """Return for each article, line by line, the number of pages and whether it is a template."""
    from pyspark.sql import functions as f

    template = f.coalesce("template", f.lit(False)).alias("template")
    in_order = f.sort_array(f.collect_list(f.struct("place", "pages", template)))
    return (
        lines.groupBy("number")
        .agg(in_order.alias("judged"))
        .select(
            "number",
            f.col("judged.pages").alias("pages"),
            f.col("judged.template").alias("template"),
        )
    )


def _pairs(cores: "DataFrame") -> "DataFrame":
    """Return the pairs of article numbers that share enough rare keys."""
    from pyspark.sql import functions as f

    groups = (
        cores.select("number", f.explode("keys").alias("key"))
        .groupBy("key")
        .agg(f.sort_array(f.collect_set("number")).alias("numbers"))
        .where("size(numbers) > 1")
    )
    # In large groups each is paired with the next only, else each with all after it.
    reach = f"if(size(numbers) > {MOST_ARTICLES}, 1, size(numbers))"
    partners = groups.select(
        f.expr(
            "explode(flatten(transform(slice(numbers, 1, size(numbers) - 1), (a, i) -> "
            f"transform(slice(numbers, i + 2, {reach}), b -> struct(a as number_a, b as number_b)))))"
        ).alias("pair")
    ).select("pair.*")
    counted = partners.groupBy("number_a", "number_b").count()
    return counted.where(f.col("count") >= LEAST_SHARED).select("number_a", "number_b")
