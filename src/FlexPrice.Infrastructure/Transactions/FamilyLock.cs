using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>Locks the customers at the top of families, and looks whether they still are at the top when they are locked.</summary>
internal sealed class FamilyLock(IReadOnlyDictionary<string, object?> parameters)
{
    private readonly SqlRows<string> _locked = new("customers.lock_roots", parameters, reader => reader.GetString(0));
    private readonly SqlRows<string> _roots = new("customers.roots", parameters, reader => reader.GetString(0));

    public IReadOnlyList<SqlQuery> Queries => [_locked, _roots];

    /// <summary>The locked roots; known after the queries were run.</summary>
    /// <exception cref="HierarchyChangedException">The earlier holder of the lock has moved a family under another root.</exception>
    public IReadOnlyList<CustomerId> LockedRoots() => _locked.Rows.ToHashSet(StringComparer.Ordinal).SetEquals(_roots.Rows)
        ? [.. _locked.Rows.Select(CustomerId.From)]
        : throw new HierarchyChangedException();
}
