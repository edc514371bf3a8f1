using System.Text.RegularExpressions;
using Npgsql;

namespace FlexPrice.Benchmarks.Floors;

/// <summary>The smallest set of statements that deletes a customer correctly: <c>Floors/delete-customer.sql</c>.</summary>
internal sealed partial class Floor
{
    private static readonly string Function = Repository.PathOf("tests/FlexPrice.Benchmarks/Floors/delete-customer.sql");
    private readonly string _call;

    private Floor(string call, string function)
    {
        _call = call;
        var body = BodyOf().Match(function).Groups["body"].Value;
        Statements = [.. body.Replace("PERFORM ", "SELECT ", StringComparison.Ordinal).Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(statement => Argument().Replace(statement, "@${name}"))];
    }

    /// <summary>How the floor is called, as pgbench reads it.</summary>
    public static string CallFile { get; } = Repository.PathOf("tests/FlexPrice.Benchmarks/Floors/call.sql");

    /// <summary>The same statements one by one, with @customer, @tenant, @environment and @actor.</summary>
    public IReadOnlyList<string> Statements { get; }

    public static Floor Read() => new(
        string.Join('\n', File.ReadLines(CallFile).Where(line => !line.StartsWith('\\'))).Replace(":number", "$1", StringComparison.Ordinal),
        File.ReadAllText(Function));

    /// <summary>Makes the function that runs the statements in one round trip.</summary>
    public static async Task CreateAsync(Cluster cluster) => await cluster.ExecuteAsync(await File.ReadAllTextAsync(Function));

    /// <summary>The call, with the number of the customer as its only parameter.</summary>
    public NpgsqlCommand Call(NpgsqlConnection connection) => new(_call, connection) { Parameters = { new NpgsqlParameter<long>() } };

    [GeneratedRegex(@"\bBEGIN\n(?<body>.*)END\b", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BodyOf();

    [GeneratedRegex(@"\b_(?<name>[a-z]+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();
}
