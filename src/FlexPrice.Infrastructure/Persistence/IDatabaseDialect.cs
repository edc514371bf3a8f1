using System.Data.Common;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>What differs between databases and is no part of the model.</summary>
internal interface IDatabaseDialect
{
    /// <summary>Whether one process at a time works on the database.</summary>
    bool IsOfOneProcess { get; }

    /// <summary>The text of a statement of the registry.</summary>
    string Statement(string name);

    /// <summary>A time as a parameter.</summary>
    object Time(DateTimeOffset time);

    /// <summary>A list of ids as a parameter.</summary>
    object Ids(IEnumerable<string> ids);

    /// <summary>A map from ids to ids as a parameter.</summary>
    object Map(IEnumerable<KeyValuePair<string, string>> ids);

    /// <summary>An amount of money from a column.</summary>
    decimal Money(DbDataReader reader, int column);

    /// <summary>A time from a column.</summary>
    DateTimeOffset Time(DbDataReader reader, int column);

    /// <summary>What a failure means to the caller; null when it is a defect.</summary>
    Error? Meaning(Exception failure);
}
