#!/bin/sh
# Writes Grafana's database to $WORK/$FILE and reads the archive back.
# The server is named by PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD and PGSSLMODE.
set -eu
: "${WORK:?}" "${FILE:?}" "${PGHOST:?}" "${PGDATABASE:?}"

pg_dump --format=custom --no-owner --no-privileges --file="$WORK/$FILE"

# An archive that cannot be listed cannot be restored, and one without Grafana's migration log is
# not a Grafana database.
pg_restore --list "$WORK/$FILE" >"$WORK/contents"
if ! grep -q 'TABLE DATA [^ ]* migration_log ' "$WORK/contents"; then
  echo "the archive of $PGDATABASE on $PGHOST holds no table migration_log, so it is not Grafana's; see which database the environment names" >&2
  exit 1
fi
