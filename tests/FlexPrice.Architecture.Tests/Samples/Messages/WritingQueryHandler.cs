using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Samples.Messages;

/// <summary>Wrong: answers a query and could add a customer.</summary>
internal sealed class WritingQueryHandler(IRepository<Customer> customers) : IQueryHandler<BoundlessQuery, Result<string>>
{
    public async Task<Result<string>> HandleAsync(BoundlessQuery query, CancellationToken cancellationToken)
    {
        await customers.AddRangeAsync([], cancellationToken);
        return query.Name!;
    }
}
