using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Infrastructure.Deletions;

/// <summary>Looks into every column of the model that holds the id of a customer, so that a new table cannot be forgotten, and for usage under the external ids that the customer had.</summary>
internal sealed class LeftoverSearch(FlexPriceDbContext context, ICaller caller) : ILeftoverSearch
{
    public async Task<IReadOnlyList<Leftover>> FindAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        var found = new List<Leftover>();
        foreach (var (table, name) in Columns(context.Model))
        {
            // Names come from the model, values are parameters.
            var text = $"SELECT CAST(count(*) AS bigint) AS \"Value\" FROM {table} WHERE tenant_id = {{0}} AND environment_id = {{1}} AND {name} = {{2}}";
            var rows = await context.Database.SqlQueryRaw<long>(text, caller.Scope.TenantId.Value, caller.Scope.EnvironmentId.Value, customerId.Value).SingleAsync(cancellationToken);
            found.Add(new Leftover(table, rows));
        }

        found.Add(new Leftover(context.UsageSubjects.EntityType.GetTableName()!, await CountUnownedAsync(customerId, cancellationToken)));
        return [.. found.GroupBy(leftover => leftover.Table, (table, own) => new Leftover(table, own.Sum(leftover => leftover.Rows))).Where(leftover => leftover.Rows > 0)];
    }

    // Usage that nobody owns under an external id that the customer had, and that nobody has now. While the fence stands, none comes anew.
    private Task<int> CountUnownedAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        var had = context.PastHoldings
            .Where(holding => context.Deletions.Any(deletion => deletion.CustomerId == customerId && deletion.Id == holding.DeletionId))
            .Select(holding => (LookupHash?)holding.ExternalIdHash);
        return context.UsageSubjects.CountAsync(
            subject => subject.CustomerId == null && had.Contains(subject.ExternalIdHash) && !context.Customers.Any(customer => customer.ExternalIdHash == subject.ExternalIdHash),
            cancellationToken);
    }

    /// <summary>The columns that hold the id of a customer who must exist; the record of a deletion names one who does not.</summary>
    internal static IReadOnlyList<(string Table, string Name)> Columns(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.ClrType != typeof(Deletion)
           from property in entity.GetProperties()
           where property.ClrType == typeof(CustomerId) || property.ClrType == typeof(CustomerId?) || (entity.ClrType == typeof(Customer) && property.Name == nameof(Customer.Id))
           select (entity.GetTableName()!, property.GetColumnName()),
    ];
}
