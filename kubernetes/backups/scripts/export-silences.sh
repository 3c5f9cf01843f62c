#!/bin/sh
# Writes Alertmanager's silences to $WORK/$FILE, as its API gives them and takes them back.
set -eu
: "${WORK:?}" "${FILE:?}" "${ALERTMANAGER_URL:?}"

curl --fail --silent --show-error --max-time 60 --output "$WORK/$FILE" "$ALERTMANAGER_URL/api/v2/silences"

# No silence at all is an empty list, never an empty answer.
case "$(head -c 1 "$WORK/$FILE")" in
  "[") ;;
  *)
    echo "$ALERTMANAGER_URL/api/v2/silences did not answer with a list" >&2
    exit 1
    ;;
esac
