using System.Data.Common;
using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Persistence.Conventions;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Infrastructure.Transactions;

namespace FlexPrice.Infrastructure.Cascade;

internal sealed class CascadeStore(SqlRunner sql, StatementQueue queue, RowLocks locks, KeyConfirmation confirmation, IDatabaseDialect dialect, ICaller caller, TimeProvider clock)
    : ICascadeStore
{
    // Only some inspections return retained rows.
    private const int UntilColumn = 8;

    public async Task<CascadeSnapshot> ReadAsync(SnapshotRequest reading, CancellationToken cancellationToken)
    {
        var families = locks.OfFamilies(reading.FamiliesToLock);
        var family = new SqlRows<FamilyMember>("customers.family", Scoped(("@root", reading.Root.Value), ("@limit", reading.FamilyLimit)), ReadMember);
        var policy = new SqlRows<DeletionPolicy>("cascade_policies.current", Scoped(), ReadPolicy);
        var recent = reading.Allowance is { } allowance
            ? new SqlRows<long>("deletions.recent", Scoped(("@lineage", allowance.LineageId), ("@since", dialect.Time(allowance.Since))), reader => reader.GetInt64(0))
            : null;
        IReadOnlyList<SqlRows<InventoryRow>> inspections = [.. reading.Inspections.Select(Inspection)];

        IReadOnlyList<SqlQuery> opening = dialect.Opening is { } statement ? [new SqlRows<string>(statement, Scoped(), reader => reader.GetString(0))] : [];

        // Locks come first, the allowance's before those on rows: what is read after them stays true, and a key that was revoked while they were waited for is seen to be.
        IReadOnlyList<SqlQuery> counting = recent is null ? [] : [recent];
        await sql.QueryAllAsync([.. opening, .. PlaceOf(reading.Allowance), .. families?.Queries ?? [], .. confirmation.Queries(), family, policy, .. counting, .. inspections], cancellationToken);
        confirmation.Compare();
        return new CascadeSnapshot(
            families?.LockedRoots() ?? [.. family.Rows.Select(member => member.Id)],
            family.Rows,
            policy.Rows.SingleOrDefault(),
            recent is null ? RecentDeletions.None : new RecentDeletions(recent.Rows[0], dialect.LocksRows && !reading.Allowance!.IsAlone ? DeletionAllowance.Places - 1 : 0),
            [.. inspections.Select(inspection => inspection.Rows)]);
    }

    public async Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(IReadOnlyList<CascadeStatement> inspections, CancellationToken cancellationToken)
    {
        IReadOnlyList<SqlRows<InventoryRow>> queries = [.. inspections.Select(Inspection)];
        await sql.QueryAllAsync(queries, cancellationToken);
        return [.. queries.Select(query => query.Rows)];
    }

    public async Task ApplyAsync(IReadOnlyList<CascadeStatement> statements, Action<long> changed, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await queue.RunAsync(
                Call(statement),
                rows =>
                {
                    if (statement.ExpectedRows is { } expected && expected != rows)
                    {
                        throw new CascadeMismatchException(statement.Name, expected, rows);
                    }

                    changed(rows);
                },
                cancellationToken);
        }
    }

    // A single writer has no concurrent deletions.
    private IReadOnlyList<SqlQuery> PlaceOf(DeletionAllowance? allowance)
    {
        if (allowance is null || !dialect.LocksRows)
        {
            return [];
        }

        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@gate"] = dialect.LockName($"{caller.Scope.TenantId}/{caller.Scope.EnvironmentId}/{allowance.LineageId}"),
            ["@place"] = RandomNumberGenerator.GetInt32(DeletionAllowance.Places),
        };
        return [new SqlRows<string>(allowance.IsAlone ? "deletions.stand_alone" : "deletions.take_place", parameters, reader => reader.GetString(0))];
    }

    private static FamilyMember ReadMember(DbDataReader reader) => new(
        CustomerId.From(reader.GetString(0)),
        reader.IsDBNull(1) ? null : CustomerId.From(reader.GetString(1)),
        StoredName.Parse<CustomerStatus>(reader.GetString(2)),
        reader.GetInt32(3));

    private static DeletionPolicy ReadPolicy(DbDataReader reader) => DeletionPolicy.Decided(JsonText.Read<IReadOnlyList<EdgePolicy>>(reader.GetString(0)), reader.GetInt32(1));

    private SqlRows<InventoryRow> Inspection(CascadeStatement statement) => new(statement.Name, Parameters(statement), Read);

    private Dictionary<string, object?> Scoped(params IEnumerable<(string Name, object? Value)> own)
    {
        var parameters = own.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        parameters["@tenant"] = caller.Scope.TenantId.Value;
        parameters["@environment"] = caller.Scope.EnvironmentId.Value;
        return parameters;
    }

    private SqlCall Call(CascadeStatement statement) => new(statement.Name, Parameters(statement));

    private Dictionary<string, object?> Parameters(CascadeStatement statement) => new()
    {
        ["@tenant"] = caller.Scope.TenantId.Value,
        ["@environment"] = caller.Scope.EnvironmentId.Value,
        ["@customers"] = dialect.Ids(statement.Customers.Select(id => id.Value)),
        ["@target"] = statement.Target?.Value,
        ["@deletions"] = dialect.Map(statement.Deletions.Select(pair => KeyValuePair.Create(pair.Key.Value, pair.Value.Value))),
        ["@now"] = dialect.Time(clock.GetUtcNow()),
        ["@actor"] = caller.ActorId,
    };

    // Kinds and states are few words; without this ten thousand rows would each have their own copies.
    private InventoryRow Read(DbDataReader reader) => new(
        CustomerId.From(reader.GetString(0)),
        string.Intern(reader.GetString(1)),
        reader.GetString(2),
        string.Intern(reader.GetString(3)),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetString(5),
        reader.IsDBNull(6) ? null : dialect.Money(reader, 6),
        reader.IsDBNull(7) ? null : reader.GetInt64(7))
    {
        Until = reader.FieldCount > UntilColumn && !reader.IsDBNull(UntilColumn) ? dialect.Time(reader, UntilColumn) : null,
    };
}
