"""The candidate search on Spark, for corpora beyond one machine: see `search`."""

from dittomark.corpus.spark.search import find_candidates_spark

__all__ = ["find_candidates_spark"]
