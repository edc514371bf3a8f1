using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests;

/// <summary>A customer of a test, not yet stored.</summary>
internal static class SampleCustomer
{
    public static Customer In(Store store, string externalId, string name = "Ada Lovelace", Customer? parent = null) => Domain.Customers.Customer.Register(
        store.Scope,
        store.Services.GetRequiredService<IIdGenerator>().New<CustomerId>(),
        new ExternalId(externalId, store.Services.GetRequiredService<ILookupHasher>().Hash(store.Scope, LookupPurpose.ExternalCustomerId, externalId)),
        new CustomerProfile(name, "ada@example.com", null, Address.Empty, "UTC", null),
        parent,
        new Change(store.Clock.GetUtcNow(), "secret_test")).Value;
}
