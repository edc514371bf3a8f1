namespace FlexPrice.Infrastructure.Sql.Statements;

internal static class ClockStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["clock.read"] = $"SELECT {syntax.Now}",
    };
}
