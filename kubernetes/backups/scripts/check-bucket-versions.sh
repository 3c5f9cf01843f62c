#!/bin/sh
# Checks that each of $BUCKETS has versioning on, and reports success to the Pushgateway when all
# do.
set -eu
: "${BUCKETS:?}" "${BACKUP:?}" "${SCRIPTS:?}"

without=""
for bucket in $BUCKETS; do
  status="$(aws s3api get-bucket-versioning --bucket "$bucket" --query Status --output text)"
  if [ "$status" != "Enabled" ]; then
    echo "$bucket keeps no versions: its versioning is $status" >&2
    without="$without $bucket"
  fi
done
[ -z "$without" ] || exit 1

sh "$SCRIPTS/push-success.sh"
