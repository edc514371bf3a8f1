using System.Net;

namespace FlexPrice.Api.Tests.Customers;

/// <summary>Five customers, one of them archived, created in the order of their names.</summary>
public abstract class SearchFixture : ApiFixture
{
    private protected SearchFixture(Engine engine)
        : base(engine)
    {
    }

    public override async Task InitializeAsync()
    {
        await AddAsync("ada", "Ada Lovelace", "DE", new { tier = "gold", region = "eu" });
        await AddAsync("bob", "Bob Bobson", "US", new { tier = "silver" });
        await AddAsync("cid", "Cid", "FR", new { tier = "gold" });
        var dan = await AddAsync("dan", "Dan", "DE", new { });
        await AddAsync("eve", "Eve 100% or %20", "", null);
        await World.ArchiveAsync(dan);
    }

    private async Task<string> AddAsync(string externalId, string name, string country, object? metadata)
    {
        var created = await World.Api.PostAsync("/v1/customers", new { external_id = externalId, name, email = $"{externalId}@example.com", address_country = country, metadata });
        return created.ShouldBe(HttpStatusCode.Created).Id;
    }
}
