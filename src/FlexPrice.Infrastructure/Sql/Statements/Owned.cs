namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>The rows of an environment's table that a statement handles: those whose column is among given ids. An index starts with the tenant, the environment and this column.</summary>
/// <param name="Column">The column.</param>
internal sealed record Owned(string Column)
{
    /// <summary>The rows of the customers of the request.</summary>
    public static Owned ByCustomers { get; } = new("customer_id");

    /// <summary>The parameter that lists the ids.</summary>
    public string List { get; init; } = "@customers";

    /// <summary>A query that finds the ids instead, in a column id. It does not depend on the row.</summary>
    public string? Query { get; init; }
}
