using System.Linq.Expressions;
using Ardalis.Specification;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence;

public abstract class SpecificationEvaluatorTests : IAsyncLifetime
{
    private Store _store = null!;
    private AsyncServiceScope _request;

    private FlexPriceDbContext Context => _request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this));
        await using (var request = _store.Request())
        {
            var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
            foreach (var (externalId, name) in new[] { ("1", "B"), ("2", "A"), ("3", "B"), ("4", "C") })
            {
                var customer = SampleCustomer.In(_store, externalId, name);
                var terms = new SubscriptionTerms("plan", "eur", BillingPeriod.Monthly, 1, Store.Noon, null, null, null, null);
                var subscription = Subscription.Start(_store.Scope, SubscriptionId.From($"subs_{externalId}"), customer, null, terms, SubscriptionStatus.Active, new Change(Store.Noon, "")).Value;
                subscription.AddLineItem(SubscriptionLineItemId.From($"subs_line_{externalId}"), new LineItemTerms("price", "Seats", 1));
                context.AddRange(customer, subscription);
            }

            await context.SaveChangesAsync();
        }

        _request = _store.Request();
    }

    public async Task DisposeAsync()
    {
        await _request.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Satisfying_WhenEverythingIsAsked_FiltersOrdersAndPages()
    {
        var all = await Satisfying(Context.Customers, new Ordered(skip: null, take: null)).ToListAsync();
        var page = await Satisfying(Context.Customers, new Ordered(skip: 1, take: 1)).ToListAsync();

        all.Select(customer => customer.ExternalId).ShouldBe(["4", "3", "1"]);
        page.Select(customer => customer.ExternalId).ShouldBe(["3"]);
        Context.ChangeTracker.Entries().ShouldBeEmpty("It asked not to track");
    }

    [Fact]
    public async Task Matching_WhenCounted_IgnoresThePage() =>
        (await Matching(new Ordered(skip: 1, take: 1)).CountAsync()).ShouldBe(3);

    [Fact]
    public async Task Satisfying_WhenSomethingIsIncluded_LoadsAndTracksIt()
    {
        var subscription = (await Satisfying(Context.Subscriptions, new WithLineItems()).ToListAsync()).ShouldHaveSingleItem();

        subscription.LineItems.ShouldHaveSingleItem().DisplayName.ShouldBe("Seats");
        Context.ChangeTracker.Entries<Subscription>().ShouldHaveSingleItem();
    }

    // Walking a tree as deep as its number of conditions can overflow the stack.
    [Fact]
    public void Matching_WhenThereAreManyConditions_IsNoDeepTree()
    {
        var one = Depth.Of(Matching(new Named(1)).Expression);

        Depth.Of(Matching(new Named(1024)).Expression).ShouldBeInRange(one + 1, one + 10);
    }

    [Fact]
    public async Task Matching_WhenThereAreManyConditions_AsksForAll()
    {
        (await Matching(new Named(100)).CountAsync()).ShouldBe(0);
        (await Matching(new Named(1)).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Matching_WhenAListIsLong_IsOneParameter()
    {
        var query = Matching(new OneOf([.. Enumerable.Range(0, 500).Select(number => $"{number}")]));

        await using var command = query.CreateDbCommand();

        command.Parameters.Count.ShouldBe(3, "Tenant, environment and the list");
        (await query.CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Selection_WhenOnlyColumnsAreWanted_ReadsNoOthers()
    {
        var query = SpecificationEvaluator.Instance.GetQuery(Context.Customers, new NamesOfPublished());

        await using var command = query.CreateDbCommand();

        command.CommandText.ShouldContain("name");
        command.CommandText.ShouldNotContain("email");
        (await query.ToListAsync()).ShouldBe(["A", "B", "B"], ignoreOrder: false);
    }

    [Theory]
    [InlineData("a filter left out")]
    [InlineData("a search")]
    [InlineData("a part of a part")]
    [InlineData("a name of a part")]
    [InlineData("something done afterwards")]
    [InlineData("a cache")]
    public void Specification_WhenItUsesWhatTheEvaluatorDoesNotDo_IsRefused(string part) =>
        Should.Throw<NotSupportedException>(() => SpecificationEvaluator.Instance.GetQuery(Context.Subscriptions, new Unsupported(part)));

    private static IQueryable<T> Satisfying<T>(IQueryable<T> source, ISpecification<T> specification)
        where T : class => SpecificationEvaluator.Instance.GetQuery(source, specification);

    private IQueryable<Customer> Matching(ISpecification<Customer> specification) => SpecificationEvaluator.Instance.GetQuery(Context.Customers, specification, evaluateCriteriaOnly: true);

    private sealed class NamesOfPublished : Specification<Customer, string>
    {
        public NamesOfPublished() => Query.Where(customer => customer.Status == CustomerStatus.Published).OrderBy(customer => customer.Name).Take(3).Select(customer => customer.Name);
    }

    private sealed class Unsupported : Specification<Subscription>
    {
        public Unsupported(string part) => _ = part switch
        {
            "a filter left out" => Query.IgnoreQueryFilters(),
            "a search" => Query.Search(subscription => subscription.PlanId, "%plan%"),
            "a part of a part" => Query.Include(subscription => subscription.LineItems).ThenInclude(item => item.DisplayName),
            "a name of a part" => Query.Include("LineItems"),
            "something done afterwards" => Query.PostProcessingAction(found => found),
            _ => Query.EnableCache("name"),
        };
    }

    private sealed class Named : Specification<Customer>
    {
        public Named(int conditions)
        {
            for (var number = 0; number < conditions; number++)
            {
                var name = number == 0 ? "A" : "B";
                Query.Where(customer => customer.Name == name);
            }
        }
    }

    private sealed class OneOf : Specification<Customer>
    {
        public OneOf(List<string> externalIds) => Query.Where(customer => externalIds.Contains(customer.ExternalId));
    }

    private sealed class Depth : ExpressionVisitor
    {
        private int _now;
        private int _deepest;

        public static int Of(Expression expression)
        {
            var depth = new Depth();
            depth.Visit(expression);
            return depth._deepest;
        }

        public override Expression? Visit(Expression? node)
        {
            _deepest = Math.Max(_deepest, ++_now);
            var visited = base.Visit(node);
            _now--;
            return visited;
        }
    }

    private sealed class Ordered : Specification<Customer>
    {
        public Ordered(int? skip, int? take)
        {
            Query.Where(customer => customer.Name != "A").Where(customer => customer.Status == CustomerStatus.Published)
                .OrderByDescending(customer => customer.Name).ThenByDescending(customer => customer.ExternalId).AsNoTracking();
            if (skip is { } first && take is { } count)
            {
                Query.Skip(first).Take(count);
            }
        }
    }

    private sealed class WithLineItems : Specification<Subscription>
    {
        public WithLineItems() => Query.Where(subscription => subscription.Id == SubscriptionId.From("subs_2")).Include(subscription => subscription.LineItems);
    }

    public sealed class OnSqlite : SpecificationEvaluatorTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : SpecificationEvaluatorTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : SpecificationEvaluatorTests, IOn<SqlServerEngine>;
}
