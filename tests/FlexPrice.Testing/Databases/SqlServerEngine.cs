namespace FlexPrice.Testing.Databases;

/// <summary>SQL Server, on a server that the environment names. None can be started for the tests, so it is left out where none is named.</summary>
public sealed class SqlServerEngine : Engine
{
    internal override string Name => "SqlServer";

    internal override bool IsLeftOut(Func<string, string?> variable) => string.IsNullOrWhiteSpace(variable(SqlServerServer.Variable));

    internal override TestDatabase NewDatabase(bool isEmpty = false) => SqlServerServer.Shared.NewDatabase(isEmpty);
}
