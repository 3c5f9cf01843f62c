#!/bin/sh
# Tells the Pushgateway that $BACKUP succeeded now. PUT: what it knew of this back-up before is replaced.
set -eu
: "${BACKUP:?}" "${PUSHGATEWAY_URL:?}"

printf '# TYPE monitoring_backup_last_success_timestamp_seconds gauge\nmonitoring_backup_last_success_timestamp_seconds %s\n' "$(date +%s)" |
  curl --fail --silent --show-error --max-time 30 --request PUT --data-binary @- \
    "$PUSHGATEWAY_URL/metrics/job/monitoring-backup/backup/$BACKUP"
