using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Testing.SqlServer;

/// <summary>The grammar of the oldest SQL Server that the product works on.</summary>
internal static class SqlServerParser
{
    // The binder accepts an unknown function, because it may be created later.
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "ABS", "CHARINDEX", "CHECKSUM", "CONCAT", "COUNT", "COUNT_BIG", "DATALENGTH", "DATEADD", "DB_ID", "DB_NAME", "LEN", "LOWER", "MAX", "MIN", "OBJECT_ID", "QUOTENAME", "SERVERPROPERTY", "SUM",
        "SYSUTCDATETIME", "TODATETIMEOFFSET",
    };

    /// <summary>What is wrong with a text, by the grammar and the names of functions and variables.</summary>
    public static IReadOnlyList<string> Defects(string text, params IEnumerable<string> parameters)
    {
        var script = Parse(text, out var errors);
        if (errors.Count > 0)
        {
            return [.. errors.Select(error => $"line {error.Line}: {error.Message}")];
        }

        var variables = parameters.Concat(NodesOf<DeclareVariableElement>(script).Select(declared => declared.VariableName.Value))
            .Concat(NodesOf<DeclareTableVariableBody>(script).Select(declared => declared.VariableName.Value))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. NodesOf<FunctionCall>(script).Select(call => call.FunctionName.Value).Where(name => !Functions.Contains(name)).Select(name => $"the function {name} is none of those that are known to be there"),
            .. NodesOf<VariableReference>(script).Where(variable => !IsArgument(script, variable)).Select(variable => variable.Name).Where(name => !variables.Contains(name)).Select(name => $"the variable {name} is not declared"),
        ];
    }

    /// <summary>A text that is known to have no defect.</summary>
    public static TSqlScript Parse(string text)
    {
        var script = Parse(text, out var errors);
        return errors.Count == 0 ? script : throw new ArgumentException(errors[0].Message, nameof(text));
    }

    /// <summary>Every node of a kind, at any depth.</summary>
    public static IReadOnlyList<T> NodesOf<T>(TSqlFragment fragment)
        where T : TSqlFragment
    {
        var collector = new Collector<T>();
        fragment.Accept(collector);
        return collector.Found;
    }

    // The name of a parameter of a procedure that is called.
    private static bool IsArgument(TSqlScript script, VariableReference variable) => NodesOf<ExecuteParameter>(script).Any(argument => argument.Variable == variable);

    private static TSqlScript Parse(string text, out IList<ParseError> errors)
    {
        using var reader = new StringReader(text);
        return (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    private sealed class Collector<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T wanted)
            {
                Found.Add(wanted);
            }
        }
    }
}
