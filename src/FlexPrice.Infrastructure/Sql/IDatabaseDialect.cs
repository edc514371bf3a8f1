using System.Data.Common;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>What differs between databases and is no part of the model.</summary>
internal interface IDatabaseDialect
{
    /// <summary>Whether one process at a time works on the database.</summary>
    bool IsOfOneProcess { get; }

    /// <summary>Whether writers meet, so that rows must be locked.</summary>
    bool LocksRows { get; }

    /// <summary>Whether statements can travel together, and each still tells how many rows it has changed.</summary>
    bool SupportsBatching { get; }

    /// <summary>The statement of the registry that begins a transaction of many statements; null for none.</summary>
    string? Opening { get; }

    /// <summary>The beginning of a script of migrations, for any tool that runs it; empty for none.</summary>
    string ScriptHeading { get; }

    /// <summary>A statement that mentions its parameters by name, as it is sent.</summary>
    SqlStatement Sent(string text);

    /// <summary>A statement of the registry.</summary>
    SqlStatement Statement(string name);

    /// <summary>Sets the type of a statement's parameter by its name. The type that the driver infers differs from call to call.</summary>
    void Declare(DbParameter parameter);

    /// <summary>A time as a parameter.</summary>
    object Time(DateTimeOffset time);

    /// <summary>The name of a lock that is no row's as a parameter.</summary>
    object LockName(string name);

    /// <summary>A list of ids as a parameter.</summary>
    object Ids(IEnumerable<string> ids);

    /// <summary>A map from ids to ids as a parameter.</summary>
    object Map(IEnumerable<KeyValuePair<string, string>> ids);

    /// <summary>An amount of money from a column.</summary>
    decimal Money(DbDataReader reader, int column);

    /// <summary>A time from a column.</summary>
    DateTimeOffset Time(DbDataReader reader, int column);

    /// <summary>Tries a whole unit of work again where that helps; once where it cannot.</summary>
    IExecutionStrategy Retrying(DbContext context);

    /// <summary>Whether the strategy above tries again after a failure.</summary>
    bool IsTransient(Exception failure);

    /// <summary>What a failure means to the caller; null when it is a defect.</summary>
    Error? ToError(Exception failure);
}
