#!/usr/bin/env bash
# The one gate: what passes here is fit to merge. `--long` draws more samples, races more often, fills in what the kit generates, and soaks for ten minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  '') soak=; kit='(FullyQualifiedName~.Kit.&FullyQualifiedName!~FilledIn)'; export FLEXPRICE_ROUNDS="${FLEXPRICE_ROUNDS:-1}" ;;
  --long) soak=600; kit='FullyQualifiedName~.Kit.'; export FLEXPRICE_ROUNDS="${FLEXPRICE_ROUNDS:-6}" ;;
  *) echo "usage: build/test.sh [--long]" >&2; exit 2 ;;
esac

# CI=true: restore is locked, and a test whose tools are missing fails instead of being skipped.
export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=true

# None of these programs lives long enough to gain from a profile of itself.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

# What a fresh build machine lacks is installed there; elsewhere installing is for the user to decide.
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  missing=()
  build/postgresql.sh find >/dev/null 2>&1 || missing+=(postgresql)
  command -v rabbitmq-server >/dev/null || [ -x /usr/sbin/rabbitmq-server ] || missing+=(rabbitmq-server)
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || missing+=(libfaketime)
  if [ ${#missing[@]} -gt 0 ]; then
    echo "== install ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null
  fi
fi

results=$(mktemp -d)
postgresql=$(mktemp -d)
beside=
trap '[ -z "$beside" ] || kill -- "-$beside" 2>/dev/null || true; build/postgresql.sh stop "$postgresql" || true; rm -rf "$results" "$postgresql"' EXIT

echo '== PostgreSQL'
# What the tests write need not outlive the machine.
FLEXPRICE_TEST_POSTGRESQL=$(build/postgresql.sh start "$postgresql" fsync=off synchronous_commit=off full_page_writes=off)
export FLEXPRICE_TEST_POSTGRESQL

echo '== restore'
dotnet restore FlexPrice.sln --locked-mode
echo '== build'
dotnet build FlexPrice.sln --no-restore -c Release -warnaserror -warnnotaserror:NU1603

# Beside the tests of the infrastructure, which wait for the database half of the time.
# A group of its own, so that the end of this script is the end of it.
set -m
{
  # Only the layout: what the analyzers and the code style have to say, the build has said.
  echo '== format' &&
    dotnet format whitespace FlexPrice.sln --verify-no-changes --no-restore &&
    if [ "$(uname -sm)" = 'Linux x86_64' ]; then
      echo '== publish' &&
        dotnet publish src/FlexPrice.Api -p:PublishProfile=linux-x64 -p:RunAnalyzers=false
    fi
} >"$results/beside.log" 2>&1 &
beside=$!
set +m

run() {
  dotnet test "tests/$1/$1.csproj" --no-build -c Release --results-directory "$results/$2" --logger "trx;LogFileName=$2.trx" "${@:3}"
}

failed_runs=0
echo '== FlexPrice.Infrastructure.Tests'
run FlexPrice.Infrastructure.Tests FlexPrice.Infrastructure.Tests || failed_runs=$((failed_runs + 1))
wait "$beside" || { cat "$results/beside.log"; exit 1; }
beside=
cat "$results/beside.log"

# The end-to-end tests start the program as it is shipped.
if [ "$(uname -sm)" = 'Linux x86_64' ]; then
  export FLEXPRICE_TEST_SERVER="$PWD/.artifacts/publish/FlexPrice.Api/release_linux-x64/FlexPrice.Api.dll"
fi

# One after the other: each keeps two processors busy, and beside one another they only wait for each other.
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  case "$name" in
    FlexPrice.Infrastructure.Tests) continue ;;
    # Coverage is measured where it is made on purpose; elsewhere it would only double the time.
    FlexPrice.Domain.Tests|FlexPrice.Application.Tests) options=(--collect:"XPlat Code Coverage") ;;
    # Most of the time these wait, for leases and for servers, so half of them run beside the other half: the kit, and what stops a PostgreSQL or the processes on it. The soak comes at the end, by a script of its own.
    FlexPrice.EndToEnd.Tests)
      options=(--filter 'FullyQualifiedName!~.Soak.&FullyQualifiedName!~.Kit.&FullyQualifiedName!~CrashTests+OnPostgreSql&FullyQualifiedName!~.Faults.')
      set -m
      run "$name" FlexPrice.EndToEnd.Tests.Beside --filter "$kit|FullyQualifiedName~CrashTests+OnPostgreSql|FullyQualifiedName~.Faults." >"$results/beside.log" 2>&1 &
      beside=$!
      set +m
      ;;
    *) options=() ;;
  esac
  echo "== $name"
  run "$name" "$name" "${options[@]}" || failed_runs=$((failed_runs + 1))
  if [ -n "$beside" ]; then
    wait "$beside" || failed_runs=$((failed_runs + 1))
    beside=
    cat "$results/beside.log"
  fi
done

echo '== branch coverage'
node build/coverage.mjs "$results" FlexPrice.Domain FlexPrice.Application

# The totals come from the result files, so a run that ended before it wrote one cannot pass: it counts as a failure.
count() {
  find "$results" -name '*.trx' -exec grep -ho '<Counters [^>]*>' {} + |
    awk -v name="$1" '{ if (match($0, " " name "=\"[0-9]+\"")) { split(substr($0, RSTART, RLENGTH), part, "\""); sum += part[2] } } END { print sum + 0 }'
}

total=$(count total)
passed=$(count passed)
failed=$(count failed)
if [ "$failed" -eq 0 ] && [ "$failed_runs" -ne 0 ]; then
  failed=$failed_runs
fi
skipped=$((total - passed - $(count failed)))

if [ -n "$soak" ]; then
  echo '== soak'
  if build/soak.sh "$soak"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi
[ "$skipped" -eq 0 ] || echo "$skipped skipped"

# FLEXPRICE_TEST_POSTGRESQL is a server that was started above.
build/databases.sh "$results" "$("$(build/postgresql.sh find)/postgres" --version | grep -oE '[0-9]+' | head -1)"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
