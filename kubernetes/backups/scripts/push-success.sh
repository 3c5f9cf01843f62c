#!/bin/sh
# Reports to the Pushgateway that $BACKUP succeeded now. PUT replaces the earlier metrics of this
# back-up.
set -eu
: "${BACKUP:?}" "${PUSHGATEWAY_URL:?}"

printf '# TYPE monitoring_backup_last_success_timestamp_seconds gauge\nmonitoring_backup_last_success_timestamp_seconds %s\n' "$(date +%s)" |
  curl --fail --silent --show-error --max-time 30 --request PUT --data-binary @- \
    "$PUSHGATEWAY_URL/metrics/job/monitoring-backup/backup/$BACKUP"
