using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Customers;

internal sealed class CustomerRepository(FlexPriceDbContext context, SqlRunner sql, ICascadeStore cascade, ICaller caller)
    : EfRepository<Customer>(context), ICustomerRepository
{
    public Task<IReadOnlyList<CustomerId>> AncestorsAsync(CustomerId id, CancellationToken cancellationToken) => sql.QueryAsync(
        "customers.ancestors",
        new Dictionary<string, object?>
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@root"] = id.Value,
        },
        reader => CustomerId.From(reader.GetString(0)),
        cancellationToken);

    public Task RemoveAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken) =>
        cascade.ApplyAsync([new CascadeStatement("customers.delete", ids) { ExpectedRows = ids.Count }], _ => { }, cancellationToken);

    public async Task<DeletionId?> FindDeletionAsync(CustomerId id, CancellationToken cancellationToken) =>
        await Context.Deletions.Where(deletion => deletion.CustomerId == id).Select(deletion => (DeletionId?)deletion.Id).FirstOrDefaultAsync(cancellationToken);
}
