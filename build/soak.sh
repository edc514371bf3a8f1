#!/usr/bin/env bash
# Full load on three processes and a PostgreSQL of their own, all on loopback; one process is killed and started again every 20 seconds.
# Nothing may be lost, done twice or left over. usage: build/soak.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || { echo 'usage: build/soak.sh [SECONDS]' >&2; exit 2; }
[ "$seconds" -gt 20 ] || { echo 'Nothing is killed in the first 20 seconds: soak for longer.' >&2; exit 2; }

export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=true FLEXPRICE_SOAK_SECONDS=$seconds
# The gate has built and published already.
[ -n "${FLEXPRICE_TEST_SERVER:-}" ] || dotnet build tests/FlexPrice.EndToEnd.Tests -c Release -v quiet

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
# Starting, becoming quiet and judging take minutes at most.
timeout --kill-after=30 $((seconds + 600)) dotnet test tests/FlexPrice.EndToEnd.Tests --no-build -c Release \
  --filter 'FullyQualifiedName~Soak' --results-directory "$results" --logger 'trx;LogFileName=soak.trx' --logger 'console;verbosity=detailed'
# A test that was left out has passed nowhere.
grep -q '<Counters [^>]* passed="1"' "$results/soak.trx"
