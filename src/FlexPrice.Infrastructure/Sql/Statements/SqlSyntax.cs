namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>A database's form of the parts that all statements need and that differ between databases.</summary>
internal abstract class SqlSyntax
{
    public abstract string True { get; }

    public abstract string False { get; }

    /// <summary>Nothing, in a column of times.</summary>
    public abstract string NullTimestamp { get; }

    /// <summary>The database's time when the statement began. What is due, and what is leased until when, is decided by it: processes differ.</summary>
    public abstract string Now { get; }

    /// <summary>A time before <see cref="Now"/>.</summary>
    public abstract string SecondsAgo(int seconds);

    /// <summary>A join that keeps the written order.</summary>
    public virtual string JoinInOrder => "JOIN";

    /// <summary>The beginning of a query that refers to itself.</summary>
    public virtual string WithRecursive => "WITH RECURSIVE";

    /// <summary>At the end of a query: allows unlimited recursion.</summary>
    public virtual string AtAnyDepth => "";

    /// <summary>Between the beginning and the rest of a query that refers to itself: what was found already is not found again, so that it ends on a circle.</summary>
    public virtual string RecursiveUnion => "UNION";

    /// <summary>At the end of a query: ends a recursion where <see cref="RecursiveUnion"/> cannot.</summary>
    public virtual string AtGreatDepth => "";

    /// <summary>At the end of a query: locks the rows exclusively.</summary>
    public virtual string ForUpdate => "";

    /// <summary>At the end of a query: locks the rows against changes.</summary>
    public virtual string ForShare => "";

    /// <summary>At most @limit rows, before the columns; empty where it comes at the end.</summary>
    public virtual string Top => "";

    /// <summary>At most @limit rows, at the end; empty where it comes before the columns.</summary>
    public virtual string Limit => " LIMIT @limit";

    /// <summary>The database's time plus a parameter's milliseconds.</summary>
    public abstract string After(string milliseconds);

    /// <summary>Whether a column is among the ids of a parameter.</summary>
    public abstract string In(string column, string list);

    /// <summary>A join that keeps the written order, within a query that refers to itself.</summary>
    public virtual string JoinAbove => JoinInOrder;

    /// <summary>A query's part from FROM on, about owned rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="alias">What the query calls it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="and">A further condition.</param>
    public virtual string From(string table, string alias, Owned rows, string? and = null) => $"FROM {table} {alias} WHERE {Among($"{alias}.", rows)}{And(and)}";

    /// <summary>A statement that removes owned rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="and">A further condition.</param>
    public virtual string Delete(string table, Owned rows, string? and = null) => $"DELETE FROM {table} WHERE {Among("", rows)}{And(and)}";

    /// <summary>A statement that changes owned rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="changes">What is set.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="and">A further condition.</param>
    public virtual string Update(string table, string changes, Owned rows, string? and = null) => $"UPDATE {table} SET {changes} WHERE {Among("", rows)}{And(and)}";

    /// <summary>Rows whose column is among the ids of the customers' rows in another table.</summary>
    /// <param name="column">The column.</param>
    /// <param name="table">What the customers have.</param>
    /// <param name="and">A further condition on what they have.</param>
    public Owned By(string column, string table, string? and = null) => new(column) { Query = $"SELECT owner.id {From(table, "owner", Owned.ByCustomers, and)}" };

    /// <summary>
    /// Whether a column is among the ids of a query, which does not depend on the row. They are expected to be few: the rows are looked up by an index on the column.
    /// </summary>
    public virtual string InQuery(string column, string query) => $"{column} IN ({query})";

    /// <summary>Whether a column is none of the ids of a parameter.</summary>
    public abstract string NotIn(string column, string list);

    /// <summary>The ids of a parameter as rows with the column value.</summary>
    public abstract string Rows(string list, string alias);

    /// <summary>The deletion of a customer, from the map @deletions.</summary>
    public abstract string DeletionOf(string customer);

    /// <summary>The id of a recipient that carries on the ULID of another id.</summary>
    public abstract string RecipientId(string id);

    /// <summary>The next moment that the database can tell from a time.</summary>
    public abstract string MomentAfter(string time);

    /// <summary>A statement as it is sent.</summary>
    public virtual string Finished(string statement) => statement;

    /// <summary>An amount of money, to compare.</summary>
    public virtual string Number(string amount) => amount;

    private string Among(string prefix, Owned rows) => $"""
        {prefix}tenant_id = @tenant AND {prefix}environment_id = @environment
            AND {(rows.Query is { } query ? InQuery($"{prefix}{rows.Column}", query) : In($"{prefix}{rows.Column}", rows.List))}
        """;

    private static string And(string? condition) => condition is null ? "" : $" AND {condition}";
}
