using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>A statement with its parameters.</summary>
/// <param name="Statement">Its name, in the registry unless it is written out.</param>
/// <param name="Parameters">Values by name; what is a parameter of the database already is sent as it is.</param>
internal sealed record SqlCall(string Statement, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>The statement written out; null when it is the registry's.</summary>
    public SqlStatement? Written { get; init; }
}
