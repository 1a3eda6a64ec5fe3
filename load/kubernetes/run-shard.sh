#!/bin/sh
# Runs one shard of a load run in its pod: the execution segment of the pod's completion index.
# Waits, VUs ready, until start-together.js resumes it; tells the collector how it ended.
#
#   JOB_COMPLETION_INDEX  set by Kubernetes: 0 to SHARDS - 1
#   SHARDS, SEGMENTS      how many pods there are, and the sequence of their segments, such as 0,1/3,2/3,1
#   POD_IP, POD_UID       of this pod
#   POPSELL_K6_PORT       where its k6 can be resumed
#   WORK_DIR              a folder that can be written to
set -u
suite=$(dirname "$0")
shard=$((JOB_COMPLETION_INDEX + 1))
export OTEL_RESOURCE_ATTRIBUTES="$OTEL_RESOURCE_ATTRIBUTES,popsell.shard=$shard,popsell.pod=$POD_UID"
export POPSELL_CPU_FILE="$WORK_DIR/cpu"
case $POD_IP in
  *:*) address="[$POD_IP]:$POPSELL_K6_PORT" ;;
  *) address="$POD_IP:$POPSELL_K6_PORT" ;;
esac

# k6's log goes on to the pod's own; what k6 could not catch is counted on the way, since its exit code hides it.
mkfifo "$WORK_DIR/log"
awk -v counted="$WORK_DIR/uncaught" '
  { print > "/dev/stderr"; fflush() }
  /"source":"stacktrace"/ { found++ }
  END { print found + 0 > counted }
' < "$WORK_DIR/log" &
reader=$!

k6 run --quiet --paused --address "$address" --out opentelemetry \
  --execution-segment "$JOB_COMPLETION_INDEX/$SHARDS:$shard/$SHARDS" \
  --execution-segment-sequence "$SEGMENTS" \
  "$suite/chatrooms.js" 2> "$WORK_DIR/log" &
k6=$!
trap 'kill -INT "$k6" 2> /dev/null' INT TERM

# One line a second: the uptime, and the CPU that k6 has used, user and system, in ticks.
while read -r uptime _ < /proc/uptime && read -r stat < "/proc/$k6/stat"; do
  # shellcheck disable=SC2086
  set -- $stat
  [ "$3" = Z ] && break
  echo "$uptime $((${14} + ${15}))"
  sleep 1
done > "$POPSELL_CPU_FILE" 2> /dev/null &
meter=$!

# A signal ends the wait before k6 has ended.
wait "$k6"
code=$?
while kill -0 "$k6" 2> /dev/null; do
  wait "$k6"
  code=$?
done
kill "$meter" 2> /dev/null
wait "$reader"

POPSELL_K6_EXIT_CODE=$code
POPSELL_UNCAUGHT_EXCEPTIONS=$(cat "$WORK_DIR/uncaught")
export POPSELL_K6_EXIT_CODE POPSELL_UNCAUGHT_EXCEPTIONS
k6 run --quiet "$suite/end-of-shard.js"
exit "$code"
