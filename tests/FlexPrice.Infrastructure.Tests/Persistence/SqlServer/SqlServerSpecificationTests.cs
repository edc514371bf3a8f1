using System.Reflection;
using Ardalis.Specification;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Application.Deletions.SearchDeletions;
using FlexPrice.Application.Invoices.SearchInvoices;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;
using FlexPrice.Application.Wallets.SearchWallets;
using FlexPrice.Application.Workflows.SearchWorkflows;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Testing.SqlServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerSpecificationTests
{
    private const string Id = "cust_01KB0000000000000000000000";

    private static readonly MethodInfo Asking = typeof(SqlServerSpecificationTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo AskingForColumns = typeof(SqlServerSpecificationTests).GetMethod(nameof(AskForColumns), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly Paging Paging = new(10, 10);

    /// <summary>Every search twice: with all options, and with none.</summary>
    private static readonly Dictionary<Type, object[]> Searches = new object[]
    {
        new SearchCustomersQuery
        {
            Paging = Paging,
            Status = "archived",
            CustomerIds = [Id, Id],
            ExternalIds = [Id, Id],
            ExternalId = Id,
            Email = Id,
            Metadata = new Dictionary<string, string> { ["a"] = "b", ["c"] = "d" },
            ParentCustomerIds = [Id, Id],
            Filters =
            [
                .. from field in new[] { "external_id", "name", "contact", "address_city" }
                   from way in new[] { "eq", "contains", "not_contains", "in", "not_in" }
                   select new FilterCondition(field, way, "string", new FilterValue { Text = "a", Array = ["a", "b"] }),
                .. from way in new[] { "before", "after", "gt", "lt" }
                   select new FilterCondition("created_at", way, "date", new FilterValue { Date = DateTimeOffset.UnixEpoch }),
            ],
            Sort = [new SortKey("name", "asc"), new SortKey("created_at", "desc")],
        },
        new SearchCustomersQuery { Status = "deleted" },
        new SearchInvoicesQuery
        {
            CustomerId = Id,
            SubscriptionId = Id,
            InvoiceIds = [Id, Id],
            Statuses = ["FINALIZED", "DRAFT"],
            PaymentStatuses = ["PENDING", "FAILED"],
            InvoiceType = "SUBSCRIPTION",
            AmountDueAbove = 1,
            AmountRemainingAbove = 1,
            Paging = Paging,
        },
        new SearchInvoicesQuery { SkipLineItems = true },
        new SearchSubscriptionsQuery(Id, null, [Id, Id], ["active", "cancelled"], Paging) { PlanId = Id, BillingPeriods = ["MONTHLY"], InvoicingCustomerIds = [Id, Id], ParentSubscriptionIds = [Id, Id] },
        new SearchSubscriptionsQuery(null, null, null, null, Paging),
        new SearchWorkflowsQuery { WorkflowId = Id, WorkflowType = Id, WorkflowStatus = "running", EntityId = Id, Paging = Paging },
        new SearchWorkflowsQuery(),
        new SearchWalletsQuery(Id, "active", [Id, Id], Paging),
        new SearchWalletsQuery(null, null, null, Paging),
        new SearchDeletionsQuery(Id, "completed", Paging),
        new SearchDeletionsQuery(null, null, Paging),
        new ListApiKeysQuery("published", Paging),
        new ListApiKeysQuery(null, Paging),
    }.GroupBy(search => search.GetType()).ToDictionary(searches => searches.Key, searches => searches.ToArray());

    [Fact]
    public void Query_WhenItIsOfASpecification_IsBound()
    {
        var specifications = typeof(ICaller).Assembly.GetTypes().Where(type => !type.IsAbstract && EntityOf(type) is not null).ToList();

        var asked = specifications.SelectMany(type => new[] { 0, 1 }.SelectMany(form => Catch(type, form))).ToList();

        specifications.Count.ShouldBeGreaterThan(25);
        asked.GroupBy(statement => statement.Name).ShouldAllBe(statements => statements.Count() == 8);
        SqlServerTwin.Shared.Schema.Defects(asked).ShouldBeEmpty();
        asked.SelectMany(statement => TextComparisons.Unguarded(statement.Text, SqlServerTwin.Shared.Texts).Select(column => $"{statement.Name} {column}")).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Query_WhenItAsksForManyIds_ComparesThemByTheCollationOfTheColumns()
    {
        var many = new SearchCustomersQuery { CustomerIds = Ids(), ExternalIds = Ids(), ParentCustomerIds = Ids() };

        var asked = SqlServerTwin.Shared.Catch("many", services => services.GetRequiredService<IRepository<Domain.Customers.Customer>>().ListAsync(
            (ISpecification<Domain.Customers.Customer>)SpecificationOf(typeof(ICaller).Assembly.GetType("FlexPrice.Application.Customers.SearchCustomers.CustomersMatching")!, [many, (string text) => new LookupHash(text)])).Wait());

        SqlServerTwin.Shared.Schema.Defects(asked).ShouldBeEmpty();
        var lists = SqlServerParser.NodesOf<OpenJsonTableReference>(SqlServerParser.Parse(asked.ShouldHaveSingleItem().Text)).SelectMany(list => list.SchemaDeclarationItems).ToList();
        lists.ShouldNotBeEmpty();
        lists.ShouldAllBe(list => list.ColumnDefinition.Collation.Value == SqlServerText.Collation);
    }

    private static IReadOnlyList<SqlText> Catch(Type type, int form) => SqlServerTwin.Shared.Catch(type.Name, services =>
    {
        var entity = EntityOf(type)!;
        var selected = type.BaseType!.GetGenericArguments().Skip(1).SingleOrDefault();
        var ask = selected is null ? Asking.MakeGenericMethod(entity) : AskingForColumns.MakeGenericMethod(entity, selected);
        ask.Invoke(null, [SpecificationOf(type, form), services.GetRequiredService(typeof(IReadRepository<>).MakeGenericType(entity))]);
    });

    private static List<string> Ids() => [.. Enumerable.Range(0, 1000).Select(number => $"cust_{number:D26}")];

    private static Type? EntityOf(Type type) =>
        type.BaseType is { IsGenericType: true } parent && (parent.GetGenericTypeDefinition() == typeof(Specification<>) || parent.GetGenericTypeDefinition() == typeof(Specification<,>)) ? parent.GetGenericArguments()[0] : null;

    private static void AskForColumns<T, TResult>(ISpecification<T, TResult> specification, IReadRepository<T> repository)
        where T : class
    {
        Task[] questions = [repository.FirstOrDefaultAsync(specification), repository.ListAsync(specification), repository.CountAsync(specification), repository.AnyAsync(specification)];
        Task.WaitAll(questions);
    }

    private static void Ask<T>(ISpecification<T> specification, IReadRepository<T> repository)
        where T : class
    {
        Task[] questions = [repository.FirstOrDefaultAsync(specification), repository.ListAsync(specification), repository.CountAsync(specification), repository.AnyAsync(specification)];
        Task.WaitAll(questions);
    }

    private static object SpecificationOf(Type type, int form) =>
        SpecificationOf(type, [.. type.GetConstructors().Single().GetParameters().Select(parameter => Argument(parameter.ParameterType, form))]);

    private static object SpecificationOf(Type type, object?[] arguments) => type.GetConstructors().Single().Invoke(arguments);

    private static object? Argument(Type type, int form) => type switch
    {
        _ when Searches.TryGetValue(type, out var forms) => forms[form],
        _ when type == typeof(Func<string, LookupHash>) => (Func<string, LookupHash>)(text => new LookupHash(text)),
        _ when type == typeof(ICaller) => NSubstitute.Substitute.For<ICaller>(),
        _ when form == 1 && Nullable.GetUnderlyingType(type) is not null => null,
        _ => SampleValue.Of(type),
    };
}
