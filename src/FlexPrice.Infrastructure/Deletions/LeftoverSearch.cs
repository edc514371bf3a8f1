using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Infrastructure.Deletions;

/// <summary>Searches every column of the model that has the id of a customer, so that a new table cannot be forgotten, and usage under the customer's external ids.</summary>
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

    // Usage without a customer, under an external id that the customer had and no customer has now. While the fence exists, no new usage arrives.
    private Task<int> CountUnownedAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        var had = context.PastHoldings
            .Where(holding => context.Deletions.Any(deletion => deletion.CustomerId == customerId && deletion.Id == holding.DeletionId))
            .Select(holding => (LookupHash?)holding.ExternalIdHash);
        return context.UsageSubjects.CountAsync(
            subject => subject.CustomerId == null && had.Contains(subject.ExternalIdHash) && !context.Customers.Any(customer => customer.ExternalIdHash == subject.ExternalIdHash),
            cancellationToken);
    }

    /// <summary>The columns with the id of a customer that must exist; a deletion's record names one that does not.</summary>
    internal static IReadOnlyList<(string Table, string Name)> Columns(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.ClrType != typeof(Deletion)
           from property in entity.GetProperties()
           where property.ClrType == typeof(CustomerId) || property.ClrType == typeof(CustomerId?) || (entity.ClrType == typeof(Customer) && property.Name == nameof(Customer.Id))
           select (entity.GetTableName()!, property.GetColumnName()),
    ];
}
