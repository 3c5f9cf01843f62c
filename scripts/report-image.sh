#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/report-image.sh <image> <version>

Builds the image of the program that sends reports, tries it as the cluster runs it, and publishes it as <image>:<version>.
A version that is published is never replaced: what a cluster runs stays what it was.

Exit code: 0 when it is published, 1 when something failed or the version exists, 2 on wrong usage.
Docker must be signed in to the registry.
USAGE
  exit 2
}

[[ $# -eq 2 && "$1" =~ ^[a-z0-9][a-z0-9._/:-]*$ && "$2" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[a-z0-9.]+)?$ ]] || usage
image="$1:$2"
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Publish only if the registry says that there is no such version.
if answer="$(docker manifest inspect "$image" 2>&1)"; then
  echo "$image is published already; raise the version" >&2
  exit 1
elif ! grep -qiE 'no such manifest|manifest unknown|not found' <<<"$answer"; then
  echo "cannot ask the registry for $image: $answer" >&2
  exit 1
fi

docker build --file cli/report/Dockerfile --tag "$image" .
# As the CronJobs run it: as an unprivileged user, with a read-only file system.
docker run --rm --read-only --cap-drop ALL --user 1000:1000 "$image" --help
docker push "$image"
echo "published $image; name it in reports.image of the environment"
