using System.Data.Common;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class CascadeStore(SqlRunner sql, StatementQueue queue, IDatabaseDialect dialect, ICaller caller, TimeProvider clock) : ICascadeStore
{
    // Only some inspections have anything that is kept.
    private const int UntilColumn = 8;

    public Task<IReadOnlyList<FamilyMember>> ReadFamilyAsync(CustomerId root, int limit, CancellationToken cancellationToken) => sql.QueryAsync(
        "customers.family",
        new Dictionary<string, object?>
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@root"] = root.Value,
            ["@limit"] = limit,
        },
        reader => new FamilyMember(
            CustomerId.From(reader.GetString(0)),
            reader.IsDBNull(1) ? null : CustomerId.From(reader.GetString(1)),
            EnumText.Parse<CustomerStatus>(reader.GetString(2)),
            reader.GetInt32(3)),
        cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(IReadOnlyList<CascadeStatement> inspections, CancellationToken cancellationToken) =>
        sql.QueryAllAsync([.. inspections.Select(Call)], Read, cancellationToken);

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

    private InventoryRow Read(DbDataReader reader) => new(
        CustomerId.From(reader.GetString(0)),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetString(5),
        reader.IsDBNull(6) ? null : dialect.Money(reader, 6),
        reader.IsDBNull(7) ? null : reader.GetInt64(7))
    {
        Until = reader.FieldCount > UntilColumn && !reader.IsDBNull(UntilColumn) ? dialect.Time(reader, UntilColumn) : null,
    };
}
