using System.Linq.Expressions;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>Customers that match a search.</summary>
internal sealed class CustomersMatching : Specification<Customer>
{
    public CustomersMatching(SearchCustomersQuery query, Func<string, LookupHash> hash)
    {
        WhereStatus(query);
        WhereIds(query, hash);
        if (query.Email is { } email)
        {
            Query.Where(customer => customer.Email == email);
        }

        foreach (var (key, value) in query.Metadata ?? new Dictionary<string, string>())
        {
            var pair = new MetadataPair(key, value);
            Query.Where(customer => MetadataPair.IsIn(customer.Metadata, pair));
        }

        foreach (var condition in query.Filters ?? [])
        {
            Query.Where(CustomerSearchFields.Condition(condition));
        }

        // A repeated sort field has no effect.
        var sorted = (query.Sort ?? []).DistinctBy(key => key.Field, StringComparer.Ordinal).Aggregate(
            (IOrderedSpecificationBuilder<Customer>?)null,
            (before, key) => Sort(before, CustomerSearchFields.Key(key.Field!), descending: key.Direction != "asc"));
        sorted = Sort(sorted, customer => customer.CreatedAt, descending: query.Order != "asc");
        Sort(sorted, customer => customer.Id, descending: query.Order != "asc");
        Query.Skip(query.Paging.Offset).Take(query.Paging.EffectiveLimit).AsNoTracking();
    }

    private void WhereStatus(SearchCustomersQuery query)
    {
        if (query.Status == SearchCustomersQuery.Deleted)
        {
            Query.Where(_ => false);
        }
        else if (query.Status is not null || query.Filters is null)
        {
            // A filters array, even an empty one, shows archived customers too.
            var status = WireName.Parse(query.Status, CustomerStatus.Published);
            Query.Where(customer => customer.Status == status);
        }
    }

    private void WhereIds(SearchCustomersQuery query, Func<string, LookupHash> hash)
    {
        if (query.CustomerIds is { Count: > 0 } customerIds)
        {
            var ids = customerIds.Ids<CustomerId>();
            Query.Where(customer => ids.Contains(customer.Id));
        }

        if (query.ExternalIds is { Count: > 0 } externalIds)
        {
            var hashes = externalIds.Distinct(hash);
            Query.Where(customer => hashes.Contains(customer.ExternalIdHash));
        }

        if (query.ExternalId is { } externalId)
        {
            var wanted = hash(externalId);
            Query.Where(customer => customer.ExternalIdHash == wanted);
        }

        if (query.ParentCustomerIds is { Count: > 0 } parentIds)
        {
            var parents = parentIds.Ids<CustomerId>().ConvertAll(id => (CustomerId?)id);
            Query.Where(customer => parents.Contains(customer.ParentCustomerId));
        }
    }

    private IOrderedSpecificationBuilder<Customer> Sort(IOrderedSpecificationBuilder<Customer>? before, Expression<Func<Customer, object?>> key, bool descending) => (before, descending) switch
    {
        (null, false) => Query.OrderBy(key),
        (null, true) => Query.OrderByDescending(key),
        (not null, false) => before.ThenBy(key),
        (not null, true) => before.ThenByDescending(key),
    };
}
