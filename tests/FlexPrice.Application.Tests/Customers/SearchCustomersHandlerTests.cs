using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Tests.Customers;

public sealed class SearchCustomersHandlerTests
{
    private readonly CustomerBench _bench;

    public SearchCustomersHandlerTests()
    {
        var ada = Make('1', "Ada Lovelace", "ada@example.com", minute: 1, metadata: new() { ["tier"] = "gold" });
        var grace = Make('2', "Grace Hopper", "grace@example.com", minute: 2, parent: ada, contact: "555", metadata: new() { ["tier"] = "silver" });
        var alan = Make('3', "Alan Turing", "alan@example.org", minute: 3);
        alan.Archive(Given.At(9));
        _bench = new CustomerBench(ada, grace, alan);
    }

    [Fact]
    public Task Search_WhenNothingIsAsked_FindsPublishedOnesNewestFirst() => ShouldFindAsync("21", new SearchCustomersQuery());

    [Fact]
    public Task Search_WhenOrderedUpwards_StartsWithTheOldest() => ShouldFindAsync("12", new SearchCustomersQuery { Order = "asc" });

    [Theory]
    [InlineData("published", "21")]
    [InlineData("archived", "3")]
    [InlineData("deleted", "")]
    public Task Search_WhenAStatusIsNamed_FindsOnlyThat(string status, string found) => ShouldFindAsync(found, new SearchCustomersQuery { Status = status });

    [Fact]
    public Task Search_WhenFiltersAreSent_EvenNone_ShowsArchivedOnesToo() => ShouldFindAsync("321", new SearchCustomersQuery { Filters = [] });

    [Fact]
    public async Task Search_WhenIdsAreNamed_FindsOnlyThose()
    {
        await ShouldFindAsync("1", new SearchCustomersQuery { CustomerIds = [Given.CustomerId('1').Value, "nobody"] });
        await ShouldFindAsync("2", new SearchCustomersQuery { ExternalIds = ["ext-2", "ext-8"] });
        await ShouldFindAsync("2", new SearchCustomersQuery { ExternalId = "ext-2" });
        await ShouldFindAsync("2", new SearchCustomersQuery { ParentCustomerIds = [Given.CustomerId('1').Value] });
        await ShouldFindAsync("21", new SearchCustomersQuery { CustomerIds = [], ExternalIds = [], ParentCustomerIds = [] });
    }

    [Fact]
    public async Task Search_WhenEmailOrMetadataAreNamed_FindsOnlyThose()
    {
        await ShouldFindAsync("1", new SearchCustomersQuery { Email = "ada@example.com" });
        await ShouldFindAsync("2", new SearchCustomersQuery { Metadata = new Dictionary<string, string> { ["tier"] = "silver" } });
        await ShouldFindAsync("", new SearchCustomersQuery { Metadata = new Dictionary<string, string> { ["tier"] = "silver", ["a"] = "b" } });
    }

    [Theory]
    [InlineData("name", "eq", "Ada Lovelace", "1")]
    [InlineData("name", "contains", "A", "321")]
    [InlineData("name", "contains", "ACE", "21")]
    [InlineData("name", "not_contains", "grace", "31")]
    [InlineData("contact", "eq", "", "31")]
    [InlineData("address_line1", "eq", "", "321")]
    [InlineData("address_line2", "eq", "", "321")]
    [InlineData("address_city", "eq", "x", "")]
    [InlineData("address_state", "eq", "x", "")]
    [InlineData("address_postal_code", "eq", "x", "")]
    [InlineData("address_country", "eq", "x", "")]
    [InlineData("timezone", "eq", "UTC", "321")]
    [InlineData("external_id", "eq", "ext-3", "3")]
    [InlineData("created_by", "eq", "key_test", "321")]
    [InlineData("updated_by", "eq", "key_test", "321")]
    [InlineData("status", "eq", "archived", "3")]
    [InlineData("status", "not_contains", "archived", "21")]
    [InlineData("status", "eq", "whatever", "")]
    public Task Filter_WhenOnText_FindsWhatFits(string field, string comparison, string text, string found) =>
        ShouldFindAsync(found, Filtered(new FilterCondition(field, comparison, "string", new FilterValue { Text = text })));

    [Theory]
    [InlineData("email", "in", "1")]
    [InlineData("email", "not_in", "32")]
    public Task Filter_WhenOnAList_FindsWhatFits(string field, string comparison, string found) =>
        ShouldFindAsync(found, Filtered(new FilterCondition(field, comparison, "array", new FilterValue { Array = ["ada@example.com", "nobody@example.com"] })));

    [Theory]
    [InlineData("in", "1")]
    [InlineData("not_in", "32")]
    public Task Filter_WhenOnIds_FindsWhatFits(string comparison, string found) =>
        ShouldFindAsync(found, Filtered(new FilterCondition("id", comparison, "array", new FilterValue { Array = [Given.CustomerId('1').Value] })));

    [Fact]
    public Task Filter_WhenTheListIsEmpty_FindsNobody() =>
        ShouldFindAsync("", Filtered(new FilterCondition("name", "in", "array", new FilterValue { Array = [] })));

    [Theory]
    [InlineData("created_at", "before", "1")]
    [InlineData("created_at", "lt", "1")]
    [InlineData("created_at", "after", "3")]
    [InlineData("updated_at", "gt", "3")]
    public Task Filter_WhenOnTime_FindsWhatFits(string field, string comparison, string found) =>
        ShouldFindAsync(found, Filtered(new FilterCondition(field, comparison, "date", new FilterValue { Date = Given.At(2).At })));

    [Theory]
    [InlineData("name", "asc", "132")]
    [InlineData("name", "desc", "231")]
    [InlineData("status", "desc", "321")]
    [InlineData("id", "asc", "123")]
    [InlineData("created_at", null, "321")]
    public Task Sort_WhenAKeyIsNamed_LeadsTheOrder(string field, string? direction, string found) =>
        ShouldFindAsync(found, new SearchCustomersQuery { Filters = [], Sort = [new SortKey(field, direction)] });

    [Fact]
    public async Task Page_WhenNamed_IsTakenAndAllAreCounted()
    {
        var page = await SearchAsync(new SearchCustomersQuery { Filters = [], Paging = new Paging(1, 1) });

        page.Items.ShouldHaveSingleItem().Id.ShouldBe(Given.CustomerId('2'));
        page.Total.ShouldBe(3);
        page.Paging.ShouldBe(new Paging(1, 1));
    }

    private static Customer Make(char last, string name, string email, int minute, Customer? parent = null, string? contact = null, Dictionary<string, string>? metadata = null) =>
        Customer.Register(
            Given.Scope,
            Given.CustomerId(last),
            Given.External($"ext-{last}"),
            new CustomerProfile(name, email, contact, Address.Empty, "UTC", metadata),
            parent,
            Given.At(minute)).Value;

    private static SearchCustomersQuery Filtered(FilterCondition condition) => new() { Filters = [condition] };

    private async Task ShouldFindAsync(string lastLetters, SearchCustomersQuery query) =>
        string.Concat((await SearchAsync(query)).Items.Select(customer => customer.Id.Value[^1])).ShouldBe(lastLetters);

    private async Task<Page<Customer>> SearchAsync(SearchCustomersQuery query) =>
        (await new SearchCustomersHandler(_bench.Customers, _bench.Resolver).HandleAsync(query, default)).Value;
}
