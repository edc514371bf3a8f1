namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>How text is stored and compared.</summary>
internal static class SqlServerText
{
    /// <summary>
    /// Texts are equal if their characters are, as on the other databases, in any collation of the database:
    /// one that ignores case would take one customer's id for another's.
    /// </summary>
    public const string Collation = "Latin1_General_100_BIN2";

    /// <summary>The most characters that a text has which can be compared with an index; a list has no longer value.</summary>
    public const int Longest = 4000;
}
