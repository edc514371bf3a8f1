using System.Data.Common;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class CascadeStore(SqlRunner sql, IDatabaseDialect dialect, ICaller caller, TimeProvider clock) : ICascadeStore
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

    public async Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(IReadOnlyList<CascadeStatement> inspections, CancellationToken cancellationToken)
    {
        var inventories = new List<IReadOnlyList<InventoryRow>>();
        foreach (var inspection in inspections)
        {
            using var span = FlexPriceTelemetry.Activities.StartActivity(inspection.Name);
            inventories.Add(await sql.QueryAsync(inspection.Name, Parameters(inspection), Read, cancellationToken));
        }

        return inventories;
    }

    public async Task<long> ApplyAsync(IReadOnlyList<CascadeStatement> statements, CancellationToken cancellationToken)
    {
        var changed = 0L;
        foreach (var statement in statements)
        {
            using var span = FlexPriceTelemetry.Activities.StartActivity(statement.Name);
            var rows = await sql.ExecuteAsync(statement.Name, Parameters(statement), cancellationToken);
            if (statement.ExpectedRows is { } expected && expected != rows)
            {
                throw new CascadeMismatchException(statement.Name, expected, rows);
            }

            changed += rows;
        }

        return changed;
    }

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
