using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.SearchCustomers;

namespace FlexPrice.Application.Tests.Customers;

public sealed class SearchCustomersValidatorTests
{
    private static readonly FilterValue Text = new() { Text = "x" };
    private static readonly FilterValue Array = new() { Array = ["x"] };
    private static readonly FilterValue Date = new() { Date = Given.Noon };

    private readonly SearchCustomersValidator _validator = new();

    [Fact]
    public void Search_WhenNothingIsAsked_Passes() => _validator.WrongFieldsOf(new SearchCustomersQuery()).ShouldBeEmpty();

    [Fact]
    public void Search_WhenEverythingIsRight_Passes() =>
        _validator.WrongFieldsOf(new SearchCustomersQuery
        {
            Paging = new Paging(1000, 5),
            Status = "archived",
            Order = "asc",
            CustomerIds = ["cust_1"],
            ExternalIds = ["ext-1"],
            ExternalId = "ext-1",
            Email = "ada@example.com",
            Metadata = new Dictionary<string, string> { ["a"] = "b" },
            ParentCustomerIds = ["cust_2"],
            Filters = [new FilterCondition("name", "contains", "string", Text), new FilterCondition("created_at", "before", "date", Date)],
            Sort = [new SortKey("name", "asc"), new SortKey("created_at", null)],
        }).ShouldBeEmpty();

    [Fact]
    public void Search_WhenFieldsAreWrong_NamesThemAtOnce() =>
        _validator.WrongFieldsOf(new SearchCustomersQuery
        {
            Paging = new Paging(-1, -1),
            Status = "gone",
            Order = "up",
            CustomerIds = [null!],
            ExternalIds = [.. Enumerable.Repeat("x", 1001)],
            Email = "ada",
            ParentCustomerIds = [null!],
        }).ShouldBe(["limit", "offset", "status", "order", "email", "customer_ids", "external_ids", "parent_customer_ids"], ignoreOrder: true);

    [Theory]
    [InlineData(null, "asc")]
    [InlineData("shoe_size", "asc")]
    [InlineData("name", "sideways")]
    public void Sort_WhenAKeyIsWrong_IsNamed(string? field, string? direction) =>
        _validator.WrongFieldsOf(new SearchCustomersQuery { Sort = [new SortKey("name", "asc"), new SortKey(field, direction)] }).ShouldBe(["sort[1]"]);

    [Fact]
    public void Filter_WhenOperatorAndValueFit_Passes()
    {
        foreach (var comparison in new[] { "eq", "contains", "not_contains" })
        {
            Wrong(new FilterCondition("email", comparison, null, Text)).ShouldBeEmpty();
        }

        foreach (var comparison in new[] { "in", "not_in" })
        {
            Wrong(new FilterCondition("id", comparison, null, Array)).ShouldBeEmpty();
        }

        foreach (var comparison in new[] { "before", "after", "gt", "lt" })
        {
            Wrong(new FilterCondition("updated_at", comparison, null, Date)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Filter_WhenSomethingIsMissingOrDoesNotFit_IsNamed()
    {
        FilterCondition?[] wrong =
        [
            null,
            new(null, "eq", null, Text),
            new("name", null, null, Text),
            new("name", "eq", null, null),
            new("shoe_size", "eq", null, Text),
            new("name", "gt", null, Text),
            new("name", "eq", null, Array),
            new("name", "in", null, Text),
            new("created_at", "eq", null, Date),
            new("created_at", "before", null, Text),
        ];

        foreach (var condition in wrong)
        {
            Wrong(condition).ShouldBe(["filters[0]"]);
        }
    }

    private IReadOnlyList<string> Wrong(FilterCondition? condition) => _validator.WrongFieldsOf(new SearchCustomersQuery { Filters = [condition!] });
}
