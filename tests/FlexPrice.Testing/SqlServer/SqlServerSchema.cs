using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;

namespace FlexPrice.Testing.SqlServer;

/// <summary>The schema as SQL Server would have it, and what is bound to it.</summary>
internal sealed partial class SqlServerSchema : IDisposable
{
    // The server's own, with the parameters that it documents.
    private const string ApplicationLock = "CREATE PROCEDURE sp_getapplock @Resource nvarchar(255), @LockMode varchar(32), @LockOwner varchar(32), @LockTimeout int AS RETURN 0";

    private readonly TSqlModel _model = new(SqlServerVersion.Sql150, new TSqlModelOptions { Collation = "SQL_Latin1_General_CP1_CI_AS" });
    private readonly Lock _turn = new();
    private int _statements;

    private SqlServerSchema(string script)
    {
        foreach (var batch in Batches(script))
        {
            _model.AddObjects(batch);
        }

        _model.AddObjects(ApplicationLock);
        if (_model.Validate() is { Count: > 0 } messages)
        {
            throw new InvalidOperationException($"The schema does not hold together: {messages[0].Message}");
        }
    }

    /// <summary>The tables of the model, and EF's own of the migrations that were applied.</summary>
    public static SqlServerSchema Of(FlexPriceDbContext context) => new($"{context.Database.GenerateCreateScript()}\nGO\n{context.GetService<IHistoryRepository>().GetCreateScript()}");

    /// <summary>The batches of a script.</summary>
    public static IReadOnlyList<string> Batches(string script) => [.. Separator().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch))];

    /// <summary>What is wrong with statements: their grammar, and names that the schema does not have.</summary>
    public IReadOnlyList<string> Defects(params IReadOnlyCollection<SqlText> statements)
    {
        lock (_turn)
        {
            var defects = new List<string>();
            var bound = new Dictionary<string, SqlText>(StringComparer.Ordinal);
            foreach (var statement in statements)
            {
                var wrong = SqlServerParser.Defects(statement.Text, statement.Parameters.Select(parameter => parameter.Name));
                defects.AddRange(wrong.Select(defect => Say(statement, defect)));
                if (wrong.Count == 0)
                {
                    Add(statement, bound);
                }
            }

            defects.AddRange(_model.Validate().Select(message => Say(bound.FirstOrDefault(statement => message.Message.Contains($"[{statement.Key}]", StringComparison.Ordinal)).Value, message.Message)));
            foreach (var source in bound.Keys)
            {
                _model.DeleteObjects(source);
            }

            return defects;
        }
    }

    public void Dispose() => _model.Dispose();

    private static string Say(SqlText? statement, string defect) => $"{statement?.Name}: {defect}\n{statement?.Text}";

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    private void Add(SqlText statement, Dictionary<string, SqlText> bound)
    {
        var source = $"s{++_statements}";
        var parameters = string.Join(", ", statement.Parameters.Select(parameter => $"{parameter.Name} {parameter.Type}"));
        _model.AddOrUpdateObjects($"CREATE PROCEDURE [{source}] {parameters} AS\n{statement.Text}", source, new TSqlObjectOptions());
        bound.Add(source, statement);
    }
}
