#!/usr/bin/env bash
# Says in one line on which databases the tests of a run have run, by its result files: a database counts only where a test was carried out on it. usage: build/databases.sh RESULTS [VERSION OF POSTGRESQL]
set -euo pipefail
results=${1:?usage: build/databases.sh RESULTS [VERSION OF POSTGRESQL]}

run_on() {
  local tests
  tests=$(find "$results" -name '*.trx' -exec grep -hE "<UnitTestResult [^>]*testName=\"[^\"]*\+On$1\." {} + | grep -cE 'outcome="(Passed|Failed)"' || true)
  if [ "$tests" -gt 0 ]; then echo "$tests run"; else echo "$2"; fi
}

echo "SQLite: $(run_on Sqlite 'none run'); PostgreSQL${2:+ $2}: $(run_on PostgreSql 'none run'); SQL Server: $(run_on SqlServer 'none run, statements parsed and bound only')"
