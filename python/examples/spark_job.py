"""A job of Spark: facts of documents (JSON Lines with `id`, `lang`, `reference_date`, `text`) as Parquet.

spark_job.py DOCUMENTS FACTS [PARTITIONS]
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from newsfacts.spark import facts


def main(source: str, target: str, partitions: str = "4") -> None:
    # Where the cluster is, and what is shipped to it, is said outside: see spark_cluster.sh.
    spark = SparkSession.builder.appName("newsfacts").getOrCreate()
    documents = spark.read.schema("id string, lang string, reference_date string, text string").json(source)
    found = facts(
        documents.repartition(int(partitions)), language="lang", published="reference_date", keep="id"
    )
    found.write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
