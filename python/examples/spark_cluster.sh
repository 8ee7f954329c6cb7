#!/usr/bin/env bash
# Facts on a cluster of Spark: a master and two workers on this machine, which have neither newsfacts nor pyarrow installed and
# get both with spark.archives. Needs Java 17, and pyspark and newsfacts in the Python that runs the driver.
#
#   examples/spark_cluster.sh WHEEL DOCUMENTS.jsonl FACTS [PARTITIONS]
#
# PYTHON is the driver's Python (python3), WORKER_PYTHON that of the workers, of the same version (that on which the driver's
# virtual environment stands). The process ids of the workers are in $CLUSTER_DIR/worker-1.pid and worker-2.pid.
set -euo pipefail
wheel=${1:?a wheel of newsfacts} documents=${2:?documents as JSON Lines} facts=${3:?a folder for the facts} partitions=${4:-4}
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
dir=${CLUSTER_DIR:-$(mktemp -d)}
mkdir -p "$dir"
command -v java >/dev/null || [ -n "${JAVA_HOME:-}" ] || { echo "spark_cluster.sh: Spark needs Java, and there is none" >&2; exit 3; }

SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
PYSPARK_PYTHON=${WORKER_PYTHON:-$("$python" -c 'import os, sys; print(os.path.realpath(sys.executable))')}
export SPARK_HOME PYSPARK_PYTHON PYSPARK_DRIVER_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1 SPARK_WORKER_DIR=$dir/work
export SPARK_DAEMON_MEMORY=256m

started=()
stop() { [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true; wait 2>/dev/null || true; }
trap stop EXIT
trap 'exit 130' INT TERM

# What the workers lack, as an archive.
if [ ! -e "$dir/deps.tar.gz" ]; then
  "$python" -m pip install --quiet --target "$dir/deps" "$wheel" pyarrow
  # Packing costs more than it saves on the way to this machine.
  tar -C "$dir/deps" -cf - . | gzip -1 >"$dir/deps.tar.gz"
fi

# A class of Spark's, started apart from this shell's environment for Python.
spark_class() { exec env -u PYTHONPATH -u VIRTUAL_ENV "$SPARK_HOME/bin/spark-class" "$@"; }
spark_class org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0 >"$dir/master.log" 2>&1 &
started+=($!)
# It takes a free port and says which.
until master=$(grep -o -m 1 'spark://127\.0\.0\.1:[0-9]*' "$dir/master.log"); do
  kill -0 "${started[0]}" 2>/dev/null || { cat "$dir/master.log" >&2; exit 1; }
  sleep 0.2
done
for worker in 1 2; do
  spark_class org.apache.spark.deploy.worker.Worker "$master" --host 127.0.0.1 --cores 1 --memory 1g \
    --webui-port 0 >"$dir/worker-$worker.log" 2>&1 &
  started+=($!)
  echo $! >"$dir/worker-$worker.pid"
done

# The job begins when both workers are there.
"$SPARK_HOME/bin/spark-submit" --master "$master" \
  --conf spark.cores.max=2 --conf spark.scheduler.minRegisteredResourcesRatio=1.0 \
  --conf spark.scheduler.maxRegisteredResourcesWaitingTime=600s \
  --conf "spark.archives=$dir/deps.tar.gz#deps" --conf spark.executorEnv.PYTHONPATH=deps \
  --conf "spark.sql.warehouse.dir=$dir/warehouse" --conf spark.executor.memory=512m --conf spark.driver.memory=512m \
  --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 \
  "$here/spark_job.py" "$documents" "$facts" "$partitions" 2>"$dir/driver.log" &
started+=($!)
wait $! || { tail -n 40 "$dir/driver.log" >&2; exit 1; }
echo "the facts are in $facts, the logs in $dir"
