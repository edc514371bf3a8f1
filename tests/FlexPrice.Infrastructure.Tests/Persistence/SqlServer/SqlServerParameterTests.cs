using System.Data;
using Ardalis.Specification;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Testing.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerParameterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // The server keeps one plan per declaration of the parameters. A declaration that changes with the values fills its memory and makes a new plan each time.
    [Fact]
    public void Parameter_WhenAStatementOfTheRegistryIsSent_HasOneTypeAndSizeWhateverItsValue()
    {
        var declarations = SqlServerStatements.Text.Keys.ToDictionary(
            name => name,
            name => new[] { 0, 1, 2 }.Select(form => DeclarationOf(name, form)).Distinct(StringComparer.Ordinal).ToList(),
            StringComparer.Ordinal);

        declarations.Count.ShouldBeGreaterThan(40);
        declarations.Where(statement => statement.Value.Count != 1).Select(statement => $"{statement.Key}: {string.Join(" | ", statement.Value)}").ShouldBeEmpty();
        declarations["api_keys.presented"].ShouldBe(["@hash NVarChar 43, @keyed NVarChar 43"]);
        declarations["external_ids.lock"].ShouldHaveSingleItem().ShouldContain("@ids NVarChar -1");
    }

    // The client would truncate it, and the rest may be another tenant's id.
    [Fact]
    public void Parameter_WhenItsValueIsLongerThanItsSize_IsRefused()
    {
        Should.Throw<ArgumentException>(() => SqlServerParameters.Declare(new SqlParameter("@tenant", new string('a', 51)))).Message.ShouldBe("@tenant has at most 50 characters. (Parameter 'parameter')");
        Should.NotThrow(() => SqlServerParameters.Declare(new SqlParameter("@tenant", new string('a', 50))));
        Should.NotThrow(() => SqlServerParameters.Declare(new SqlParameter("@ids", new string('a', 50_000))));
    }

    // What Entity Framework makes of a search.
    [Fact]
    public void Parameter_WhenAQueryIsSent_HasOneTypeAndSizeWhateverItsValue()
    {
        var declared = new[] { 1, 40, 200 }.Select(length => string.Join(", ", Search(new string('a', length)))).ToList();

        declared.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldContain("nvarchar(255)");
    }

    private static IEnumerable<string> Search(string text)
    {
        var query = new SearchCustomersQuery
        {
            Email = text,
            ExternalId = text,
            CustomerIds = [.. Enumerable.Range(0, text.Length).Select(number => $"cust_{number:D26}")],
            Metadata = new Dictionary<string, string> { [text] = text },
            Filters = [.. from way in new[] { "eq", "contains", "in" } select new FilterCondition("name", way, "string", new FilterValue { Text = text, Array = [text] })],
        };
        var sent = SqlServerTwin.Shared.Catch("search", services => services.GetRequiredService<IRepository<Customer>>().ListAsync(Matching(query)).Wait());
        return sent.ShouldHaveSingleItem().Parameters.Select(parameter => $"{parameter.Name} {parameter.Type}");
    }

    private static ISpecification<Customer> Matching(SearchCustomersQuery query) => (ISpecification<Customer>)Activator.CreateInstance(
        typeof(ICaller).Assembly.GetType("FlexPrice.Application.Customers.SearchCustomers.CustomersMatching")!,
        query,
        (string _) => new LookupHash("hash"))!;

    private static string DeclarationOf(string statement, int form)
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var dialect = new SqlServerDialect();
        var values = dialect.Statement(statement).Parameters.ToDictionary(name => name, name => ValueOf(name, form), StringComparer.Ordinal);
        using var command = new SqlRunner(context, dialect).Command(new SqlCall(statement, values));
        return string.Join(", ", command.Parameters.Cast<SqlParameter>().Select(parameter => $"{parameter.ParameterName} {parameter.SqlDbType} {parameter.Size}"));
    }

    // Nothing, something short and something longer.
    private static object? ValueOf(string name, int form)
    {
        var declared = new SqlParameter { ParameterName = name };
        SqlServerParameters.Declare(declared);
        return form == 0 ? null : declared.SqlDbType switch
        {
            SqlDbType.Int => form,
            SqlDbType.BigInt => (long)form,
            SqlDbType.DateTimeOffset => Noon.AddDays(form),
            _ => new string('a', form * 15),
        };
    }
}
