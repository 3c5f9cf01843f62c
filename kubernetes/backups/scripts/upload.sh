#!/bin/sh
# Uploads $WORK/$FILE to the bucket, checks its size there, and reports to the Pushgateway that
# $BACKUP succeeded.
set -eu
: "${WORK:?}" "${FILE:?}" "${BACKUP:?}" "${BUCKET:?}" "${SCRIPTS:?}"

if [ ! -s "$WORK/$FILE" ]; then
  echo "$FILE is empty or was never written; nothing is uploaded" >&2
  exit 1
fi
size="$(wc -c <"$WORK/$FILE" | tr -d ' ')"

key="$BACKUP/$(date -u +%Y/%m/%d/%H%M%S)-$FILE"
aws s3 cp --only-show-errors "$WORK/$FILE" "s3://$BUCKET/$key"

arrived="$(aws s3api head-object --bucket "$BUCKET" --key "$key" --query ContentLength --output text)"
if [ "$arrived" != "$size" ]; then
  echo "s3://$BUCKET/$key has $arrived bytes of $size" >&2
  exit 1
fi
echo "s3://$BUCKET/$key: $size bytes"

sh "$SCRIPTS/push-success.sh"
