#!/bin/sh
# Puts $WORK/$FILE into the bucket, asks whether all of it arrived, and tells the Pushgateway that $BACKUP succeeded.
set -eu
: "${WORK:?}" "${FILE:?}" "${BACKUP:?}" "${BUCKET:?}" "${SCRIPTS:?}"

size="$(wc -c <"$WORK/$FILE" | tr -d ' ')"
if [ "$size" -eq 0 ]; then
  echo "$FILE is empty; nothing is uploaded" >&2
  exit 1
fi

key="$BACKUP/$(date -u +%Y/%m/%d/%H%M%S)-$FILE"
aws s3 cp --only-show-errors "$WORK/$FILE" "s3://$BUCKET/$key"

arrived="$(aws s3api head-object --bucket "$BUCKET" --key "$key" --query ContentLength --output text)"
if [ "$arrived" != "$size" ]; then
  echo "s3://$BUCKET/$key has $arrived bytes of $size" >&2
  exit 1
fi
echo "s3://$BUCKET/$key: $size bytes"

sh "$SCRIPTS/push-success.sh"
