using System.Collections;
using System.Linq.Expressions;
using Ardalis.Specification;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Application.Integrations.ListIntegrationMappings;
using FlexPrice.Application.Invoices.SearchInvoices;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;
using FlexPrice.Application.Wallets.SearchWallets;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Abstractions;

/// <summary>What a search names twice goes to the database once.</summary>
public sealed class SearchedValuesTests
{
    private static readonly string[] Twice = ["a", "b", "a"];

    // A text that is no id of its kind is not queried.
    private static readonly string[] Customers = IdsTwice("cust");
    private static readonly string[] Subscriptions = IdsTwice("subs");
    private static readonly Paging Paging = new(0, 0);

    [Fact]
    public void Value_WhenNamedTwice_IsAskedForOnce()
    {
        var customers = new SearchCustomersQuery
        {
            CustomerIds = Customers,
            ExternalIds = Twice,
            ParentCustomerIds = Customers,
            Filters = [.. new[] { "id", "name" }.SelectMany(field => new[] { "in", "not_in" }, (field, way) => new FilterCondition(field, way, "array", new FilterValue { Array = field == "id" ? Customers : Twice }))],
        };
        var statuses = new SearchCustomersQuery { Filters = [new FilterCondition("status", "in", "array", new FilterValue { Array = ["archived", "archived", "published"] })] };
        var subscriptions = new SearchSubscriptionsQuery(null, null, Subscriptions, ["active", "active", "trialing"], Paging)
        {
            BillingPeriods = ["MONTHLY", "MONTHLY", "ANNUAL"],
            InvoicingCustomerIds = Customers,
            ParentSubscriptionIds = Subscriptions,
        };
        var invoices = new SearchInvoicesQuery { InvoiceIds = IdsTwice("inv"), Statuses = ["DRAFT", "DRAFT", "VOIDED"], PaymentStatuses = ["PENDING", "PENDING", "FAILED"] };
        IReadOnlyList<IReadOnlyList<object>> lists =
        [
            .. ListsOf(new CustomersMatching(customers, text => new LookupHash(text))),
            .. ListsOf(new CustomersMatching(statuses, text => new LookupHash(text))),
            .. ListsOf(new SubscriptionsMatching(subscriptions, null)),
            .. ListsOf(new InvoicesMatching(invoices, null)),
            .. ListsOf(new WalletsMatching(new SearchWalletsQuery(null, null, IdsTwice("wallet"), Paging))),
            .. ListsOf(new MappingsOfCustomers(Customers)),
        ];

        lists.Count.ShouldBe(18);
        lists.ShouldAllBe(list => list.Count == 2);
    }

    [Fact]
    public void SortKey_WhenSentTwice_SortsOnce() =>
        new CustomersMatching(new SearchCustomersQuery { Sort = [new SortKey("name", "asc"), new SortKey("name", "desc")] }, text => new LookupHash(text)).OrderExpressions.Count().ShouldBe(3);

    private static string[] IdsTwice(string kind) => [.. new[] { 'A', 'B', 'A' }.Select(letter => $"{kind}_{new string(letter, 26)}")];

    private static IReadOnlyList<IReadOnlyList<object>> ListsOf<T>(ISpecification<T> specification)
        where T : class
    {
        var finder = new Finder();
        foreach (var criteria in specification.WhereExpressions)
        {
            finder.Visit(criteria.Filter);
        }

        return finder.Found;
    }

    private sealed class Finder : ExpressionVisitor
    {
        public List<IReadOnlyList<object>> Found { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node is { Expression: ConstantExpression } && Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile()() is IList list)
            {
                Found.Add([.. list.Cast<object>()]);
            }

            return base.VisitMember(node);
        }
    }
}
