using System.Reflection;
using Ardalis.Specification;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Application.Deletions.SearchDeletions;
using FlexPrice.Application.Invoices.SearchInvoices;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;
using FlexPrice.Application.Wallets.SearchWallets;
using FlexPrice.Application.Workflows.SearchWorkflows;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Whatever the collation, 'ada' = 'ada ' holds on SQL Server and on no other database.</summary>
public sealed class SqlServerTextTests
{
    private const string OursAlone = "Made by the product; nobody sends one.";

    /// <summary>Texts that are looked up or kept apart by a key or index, and why they have no blanks at their ends.</summary>
    private static readonly Dictionary<string, string> WithoutBlanks = new(StringComparer.Ordinal)
    {
        ["api_keys.created_by"] = "The id of a key.",
        ["api_keys.key_hash"] = "A hash in base 64.",
        ["channels.name"] = OursAlone,
        ["commit_marks.id"] = OursAlone,
        ["deletions.lineage_id"] = "The id of a key.",
        ["integration_mappings.provider_type"] = "Letters, digits and underscores only, or the request is refused.",
        ["invoices.invoice_number"] = OursAlone,
        ["key_checks.name"] = OursAlone,
        ["outbox_messages.line"] = OursAlone,
        ["outbox_messages.ordering_key"] = "The id of a customer.",
        ["processes.id"] = OursAlone,
        ["wallets.currency"] = "Three letters, or the request is refused.",
    };

    /// <summary>Texts that statements of the registry compare, and why they have no blanks at their ends.</summary>
    private static readonly Dictionary<string, string> ComparedByStatements = new(StringComparer.Ordinal)
    {
        ["created_by"] = "The id of a key.",
        ["last_error"] = "The name of a type.",
        ["lease_token"] = OursAlone,
        ["line"] = OursAlone,
        ["lineage_id"] = "The id of a key.",
        ["name"] = "The name of a channel, which is one of the product's own.",
        ["ordering_key"] = "The id of a customer.",
        ["value"] = "An entry of a list: an id or a channel of ours, or the hash of what a request named.",
    };

    [Fact]
    public void Text_WhenAKeyOrAnIndexHasIt_IsKnownToHaveNoBlanksAtItsEnd()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);

        var keyed = context.Model.GetEntityTypes().SelectMany(entity => entity.GetKeys().SelectMany(key => key.Properties)
            .Concat(entity.GetIndexes().SelectMany(index => index.Properties))
            .Concat(entity.GetForeignKeys().SelectMany(key => key.Properties))
            .Where(TextComparisons.IsText)
            .Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}"));

        keyed.Distinct(StringComparer.Ordinal).ShouldBe(WithoutBlanks.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Text_WhenAStatementComparesIt_IsKnownToHaveNoBlanksAtItsEnd() =>
        SqlServerStatements.Text.Values.SelectMany(text => TextComparisons.Unguarded(text, SqlServerTwin.Shared.Texts)).Distinct(StringComparer.Ordinal)
            .ShouldBe(ComparedByStatements.Keys, ignoreOrder: true);

    [Theory]
    [InlineData("SELECT id FROM customers c WHERE c.email = @a", "email")]
    [InlineData("SELECT id FROM customers c WHERE @a <> (c.email)", "email")]
    [InlineData("SELECT id FROM customers c WHERE c.email = N''", "email")]
    [InlineData("SELECT id FROM customers c WHERE c.email IN (@a, @b)", "email")]
    [InlineData("SELECT id FROM customers c WHERE COALESCE(c.contact, N'') = @a", "contact")]
    [InlineData("SELECT DISTINCT c.email FROM customers c", "email")]
    [InlineData("SELECT count(*) FROM customers c GROUP BY c.email", "email")]
    [InlineData("SELECT a.id FROM customers a JOIN customers b ON a.email = b.contact AND DATALENGTH(b.contact) = 1", "email")]
    [InlineData("SELECT id FROM customers c WHERE c.email = @a AND DATALENGTH(c.email) = DATALENGTH(@a)", "")]
    [InlineData("SELECT id FROM customers c WHERE c.email LIKE @a ESCAPE N'\\'", "")]
    [InlineData("SELECT id FROM customers c WHERE c.id = @a AND c.status = 'draft' AND c.external_id_hash IN (@a)", "")]
    public void Comparison_WhenItIgnoresTheLength_IsCaught(string text, string column) =>
        string.Join(' ', TextComparisons.Unguarded(text, SqlServerTwin.Shared.Texts)).ShouldBe(column);

    [Fact]
    public void Comparison_WhenItIsOfTexts_ComparesTheirLengths()
    {
        var (email, other) = ("ada@example.com", (string?)null);
        IReadOnlyList<string> names = ["ada", "bob"];
        (string Name, Func<IQueryable<Customer>, IQueryable<Customer>> Asked)[] ways =
        [
            ("equal", customers => customers.Where(customer => customer.Email == email)),
            ("different", customers => customers.Where(customer => customer.Email != email)),
            ("null", customers => customers.Where(customer => customer.Contact == other)),
#pragma warning disable CA1309 // Entity Framework translates no comparison that is named.
            ("method", customers => customers.Where(customer => customer.Email.Equals(email) || string.Equals(customer.Name, email))),
#pragma warning restore CA1309
            ("columns", customers => customers.Where(customer => customer.Email == customer.Contact)),
            ("list", customers => customers.Where(customer => names.Contains(customer.Name))),
            ("not in list", customers => customers.Where(customer => !names.Contains(customer.Name))),
            ("query", customers => customers.Where(customer => customers.Select(one => one.Email).Contains(customer.Name))),
        ];

        foreach (var (name, asked) in ways)
        {
            var sent = SqlServerTwin.Shared.Catch(name, services => _ = asked(services.GetRequiredService<FlexPriceDbContext>().Customers).ToList());

            SqlServerTwin.Shared.Schema.Defects(sent).ShouldBeEmpty(name);
            sent.ShouldHaveSingleItem().Text.ShouldMatch(@"DATALENGTH|\+ N'\.' = ", name);
            TextComparisons.Unguarded(sent[0].Text, SqlServerTwin.Shared.Texts).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Comparison_WhenItIsWithNothing_IsLeftAlone()
    {
        var sent = SqlServerTwin.Shared.Catch("nothing", services => _ = services.GetRequiredService<FlexPriceDbContext>().Customers.Where(customer => customer.Contact == null).ToList());

        sent.ShouldHaveSingleItem().Text.ShouldNotContain("DATALENGTH");
    }

    // A country of two letters would be found by three that begin with them.
    [Fact]
    public void List_WhenAColumnIsShort_KeepsItsValuesWhole()
    {
        IReadOnlyList<string> countries = ["DEU"];

        var sent = SqlServerTwin.Shared.Catch("countries", services => _ = services.GetRequiredService<FlexPriceDbContext>().Customers.Where(customer => countries.Contains(customer.Address.Country)).ToList());

        sent.ShouldHaveSingleItem().Text.ShouldContain($"nvarchar(4000) COLLATE {SqlServerText.Collation} '$'");
    }

    // What a request names as an id goes to the database only where it has the form of one, so that its text has no blanks.
    [Fact]
    public void Id_WhenARequestNamesOneOfAnotherForm_IsNotSent()
    {
        const string Wrong = "cust_01KB0000000000000000000000 ";
        object[] searches =
        [
            new SearchCustomersQuery { CustomerIds = [Wrong], ParentCustomerIds = [Wrong], Filters = [new FilterCondition("id", "in", "array", new FilterValue { Array = [Wrong] })] },
            new SearchInvoicesQuery { CustomerId = Wrong, SubscriptionId = Wrong, InvoiceIds = [Wrong] },
            new SearchSubscriptionsQuery(Wrong, null, [Wrong], null, new Paging(10, 0)) { InvoicingCustomerIds = [Wrong], ParentSubscriptionIds = [Wrong] },
            new SearchWorkflowsQuery { WorkflowId = Wrong, EntityId = Wrong },
            new SearchWalletsQuery(Wrong, null, [Wrong], new Paging(10, 0)),
            new SearchDeletionsQuery(Wrong, null, new Paging(10, 0)),
        ];

        foreach (var search in searches)
        {
            var type = search.GetType();
            var specification = typeof(ICaller).Assembly.GetTypes().Single(candidate => candidate.Name.EndsWith("Matching", StringComparison.Ordinal) && candidate.Namespace == type.Namespace);
            object?[] arguments = [search, .. specification.GetConstructors().Single().GetParameters().Skip(1).Select(parameter => parameter.ParameterType == typeof(Func<string, LookupHash>) ? (Func<string, LookupHash>)(_ => new LookupHash("hash")) : null)];
            var asked = Activator.CreateInstance(specification, arguments)!;

            var sent = SqlServerTwin.Shared.Catch(type.Name, services => Asking.MakeGenericMethod(specification.BaseType!.GetGenericArguments()[0]).Invoke(null, [asked, services]));

            sent.SelectMany(statement => statement.Values).ShouldNotContain(value => value is string && ((string)value).Contains(Wrong.Trim(), StringComparison.Ordinal), type.Name);
        }
    }

    private static readonly MethodInfo Asking = typeof(SqlServerTextTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void Ask<T>(ISpecification<T> specification, IServiceProvider services)
        where T : class => services.GetRequiredService<IRepository<T>>().ListAsync(specification).Wait();
}
