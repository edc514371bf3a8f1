#!/usr/bin/env bash
# Adds a migration for every database. usage: build/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: build/add-migration.sh NAME}
dotnet tool restore >/dev/null
dotnet build src/FlexPrice.Infrastructure -v quiet -p:RunAnalyzers=false
for database in Sqlite PostgreSql SqlServer; do
  dotnet ef migrations add "$name" --no-build \
    --project src/FlexPrice.Infrastructure --startup-project src/FlexPrice.Infrastructure \
    --context "${database}FlexPriceDbContext" --output-dir "Persistence/$database/Migrations"
done
