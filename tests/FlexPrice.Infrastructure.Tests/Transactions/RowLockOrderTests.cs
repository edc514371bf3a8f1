using System.Text.RegularExpressions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Testing.SqlServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Transactions;

/// <summary>Several customers are locked in one order on every database server: tops of families first, then ascending by id. Two orders would let a deletion and an update wait for one another.</summary>
public abstract partial class RowLockOrderTests
{
    private const string TopsFirst = "CASE WHEN parent_customer_id IS NULL THEN 0 ELSE 1 END, id";

    [Fact]
    public async Task Customers_WhenATopHasALargerId_AreLockedAfterIt()
    {
        await using var store = await Store.StartAsync(Engine.Of(this));
        string[] tops = [await CustomerAsync(store, null), await CustomerAsync(store, null)];
        string[] children = ["cust_00000000000000000000000001", "cust_00000000000000000000000002"];
        foreach (var smaller in children)
        {
            store.Database.Execute("UPDATE customers SET id = @smaller WHERE id = @id", ("@smaller", smaller), ("@id", await CustomerAsync(store, tops[0])));
        }

        string[] expected = [.. tops.Order(StringComparer.Ordinal), .. children];
        (await LockedAsync(store, "customers.lock", expected)).ShouldBe(expected);
        (await LockedAsync(store, "customers.hold", expected)).ShouldBe(expected);
    }

    private static async Task<string> CustomerAsync(Store store, string? parent) =>
        (await store.SendAsync(new CreateCustomerCommand($"ext-{Guid.NewGuid():N}", new CustomerFields { Name = "Ada", ParentCustomerId = parent }))).Id.Value;

    // The rows come in the order in which they are locked.
    private static async Task<IReadOnlyList<string>> LockedAsync(Store store, string statement, IEnumerable<string> customers)
    {
        await using var request = store.Request();
        return await request.ServiceProvider.GetRequiredService<SqlRunner>().QueryAsync(
            statement,
            new Dictionary<string, object?>
            {
                ["@tenant"] = store.Scope.TenantId.Value,
                ["@environment"] = store.Scope.EnvironmentId.Value,
                ["@ids"] = request.ServiceProvider.GetRequiredService<IDatabaseDialect>().Ids(customers.Reverse()),
            },
            reader => reader.GetString(0),
            CancellationToken.None);
    }

    [GeneratedRegex(@"\bFROM customers\b.*?ORDER BY (?<order>[^\r\n]+?) FOR (NO KEY )?(UPDATE|SHARE)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LockOfPostgreSql();

    [GeneratedRegex(@"\b\w+\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    public sealed class OnSqlite : RowLockOrderTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : RowLockOrderTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : RowLockOrderTests, IOn<SqlServerEngine>;

    /// <summary>What is sent to each server, without one.</summary>
    public sealed class OfStatements
    {
        private static readonly string[] Locks = ["customers.lock_roots", "customers.lock", "customers.hold", "customers.hold_by_external_id"];

        [Fact]
        public void Order_WhenReadFromWhatIsSentToPostgreSql_IsTopsFirst()
        {
            var orders = PostgreSqlStatements.Text.Select(statement => (statement.Key, Order: LockOfPostgreSql().Match(statement.Value))).Where(statement => statement.Order.Success)
                .ToDictionary(statement => statement.Key, statement => Table().Replace(statement.Order.Groups["order"].Value, ""));

            orders.Keys.ShouldBe(Locks, ignoreOrder: true);
            orders.Values.ShouldAllBe(order => order == TopsFirst || order == "id");

            // Of tops only.
            orders.Where(order => order.Value == "id").Select(order => order.Key).ShouldBe(["customers.lock_roots"]);
        }

        [Fact]
        public void Order_WhenReadFromWhatIsSentToSqlServer_IsTopsFirst()
        {
            var orders = SqlServerStatements.Text.Where(statement => LockedTable(statement.Value) is not null).ToDictionary(statement => statement.Key, statement => OrderOf(statement.Value));

            orders.Keys.ShouldBe(Locks, ignoreOrder: true);
            orders.Values.ShouldAllBe(order => order == TopsFirst);
        }

        [Theory]
        [InlineData("SELECT c.id FROM (SELECT TOP (9) a.id FROM customers a ORDER BY a.id) asked INNER LOOP JOIN customers c WITH (FORCESEEK (pk_customers (id)), XLOCK) ON c.id = asked.id", "id")]
        [InlineData("SELECT c.id FROM (SELECT a.id FROM customers a) asked INNER LOOP JOIN customers c WITH (FORCESEEK (pk_customers (id)), XLOCK) ON c.id = asked.id", "none")]
        [InlineData("SELECT c.id FROM (SELECT TOP (9) a.id FROM customers a ORDER BY a.id) asked INNER JOIN customers c WITH (FORCESEEK (pk_customers (id)), XLOCK) ON c.id = asked.id", "none")]
        public void Order_WhenItIsAnother_IsRead(string text, string order) => OrderOf(text).ShouldBe(order);

        // The order of what the loop goes through; only a loop goes through it in order.
        private static string OrderOf(string text)
        {
            var locked = LockedTable(text);
            var asked = SqlServerParser.NodesOf<QualifiedJoin>(SqlServerParser.Parse(text))
                .Single(join => join.SecondTableReference is NamedTableReference table && TextOf(table) == TextOf(locked!));
            var query = (asked.FirstTableReference as QueryDerivedTable)?.QueryExpression as QuerySpecification;
            return asked.JoinHint == JoinHint.Loop && query is { TopRowFilter: not null, OrderByClause: { } order }
                ? Table().Replace(string.Join(", ", order.OrderByElements.Select(TextOf)), "")
                : "none";
        }

        private static NamedTableReference? LockedTable(string text) => SqlServerParser.NodesOf<NamedTableReference>(SqlServerParser.Parse(text))
            .SingleOrDefault(table => table.SchemaObject.BaseIdentifier.Value == "customers" && table.TableHints.OfType<ForceSeekTableHint>().Any(seek => seek.IndexValue?.Identifier.Value == "pk_customers"));

        private static string TextOf(TSqlFragment fragment) =>
            string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));
    }
}
