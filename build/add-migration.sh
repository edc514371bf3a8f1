#!/usr/bin/env bash
# Adds a migration for every database. usage: build/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: build/add-migration.sh NAME}
dotnet tool restore >/dev/null
dotnet restore src/FlexPrice.Infrastructure >/dev/null
dotnet ef migrations add "$name" \
  --project src/FlexPrice.Infrastructure --startup-project src/FlexPrice.Infrastructure \
  --context SqliteFlexPriceDbContext --output-dir Persistence/Sqlite/Migrations
