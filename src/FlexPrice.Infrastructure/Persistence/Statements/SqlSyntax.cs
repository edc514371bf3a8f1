namespace FlexPrice.Infrastructure.Persistence.Statements;

/// <summary>How a database says what all statements need and each database says differently.</summary>
internal abstract class SqlSyntax
{
    /// <summary>The rows of the customers asked about, in a table that has the column customer_id.</summary>
    public string OfCustomers => $"tenant_id = @tenant AND environment_id = @environment AND {In("customer_id", "@customers")}";

    public abstract string True { get; }

    public abstract string False { get; }

    /// <summary>Nothing, in a column of times.</summary>
    public abstract string NoTime { get; }

    /// <summary>The database's time when the statement began. What is due, and what is leased until when, is decided by it: processes differ.</summary>
    public abstract string Now { get; }

    /// <summary>A time before <see cref="Now"/>.</summary>
    public abstract string Ago(int seconds);

    /// <summary>A join that goes from what stands before it to what comes after it.</summary>
    public virtual string JoinInOrder => "JOIN";

    /// <summary>The beginning of a query that refers to itself.</summary>
    public virtual string WithRecursive => "WITH RECURSIVE";

    /// <summary>Lets a query that refers to itself do so as often as it takes, said at the end.</summary>
    public virtual string AtAnyDepth => "";

    /// <summary>Between the beginning and the rest of a query that refers to itself: what was found already is not found again, so that it ends on a circle.</summary>
    public virtual string UnionOnce => "UNION";

    /// <summary>Ends a query that refers to itself where <see cref="UnionOnce"/> cannot, said at the end.</summary>
    public virtual string AtGreatDepth => "";

    /// <summary>Locks the rows against everybody, said at the end.</summary>
    public virtual string ForUpdate => "";

    /// <summary>Locks the rows against who would change them, said at the end.</summary>
    public virtual string ForShare => "";

    /// <summary>At most @limit rows, said before the columns; empty where it is said at the end.</summary>
    public virtual string Top => "";

    /// <summary>At most @limit rows, said at the end; empty where it is said before the columns.</summary>
    public virtual string Limit => " LIMIT @limit";

    /// <summary>The database's time and as many milliseconds as a parameter says.</summary>
    public abstract string After(string milliseconds);

    /// <summary>Whether a column is among the ids of a parameter.</summary>
    public abstract string In(string column, string list);

    /// <summary>The ids of what the customers asked about have in a table.</summary>
    public string IdsOfCustomers(string table) => $"SELECT id FROM {table} WHERE {OfCustomers}";

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
}
