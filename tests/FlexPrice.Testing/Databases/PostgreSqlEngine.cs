namespace FlexPrice.Testing.Databases;

/// <summary>PostgreSQL, on a server that the environment names or that is started for the tests.</summary>
public sealed class PostgreSqlEngine : Engine
{
    internal override string Name => "PostgreSql";

    internal override TestDatabase NewDatabase(bool isEmpty = false) => PostgreSqlServer.Shared.NewDatabase(isEmpty);

    internal override Task CleanUpAsync() => PostgreSqlServer.CleanUpAsync();

    protected override string? WhatIsMissing() => PostgreSqlServer.WhatIsMissing;
}
