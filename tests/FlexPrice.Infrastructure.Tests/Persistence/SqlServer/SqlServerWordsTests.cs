using System.Data;
using FlexPrice.Testing.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>What the tests would say to a SQL Server.</summary>
public sealed class SqlServerWordsTests
{
    public static TheoryData<string> Own =>
    [
        SqlServerWords.Columns,
        SqlServerWords.Keys,
        SqlServerWords.Create("flexprice_1"),
        SqlServerWords.ReadVersions("flexprice_1"),
        SqlServerWords.AllowSnapshots("flexprice_1"),
        SqlServerWords.Drop("flexprice_1"),
    ];

    [Theory]
    [MemberData(nameof(Own))]
    public void Own_WhenParsed_HasNoDefect(string text)
    {
        SqlServerParser.Defects(text).ShouldBeEmpty();
        SqlServerParser.NodesOf<TSqlStatement>(SqlServerParser.Parse(text)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("SELECT id FROM customers LIMIT 1")]
    [InlineData("SELECT status || name FROM customers")]
    [InlineData("SELECT id FROM customers WHERE ends_because_archived")]
    [InlineData("SELECT group_concat(id) FROM customers")]
    [InlineData("SELECT id FROM customers WHERE id = @other")]
    [InlineData("SELECT nothing FROM customers")]
    [InlineData("SELECT id FROM nobody")]
    public void Common_WhenOneDatabaseWouldNotUnderstand_IsRefused(string text) => CommonWords.Defects(text, ("@id", "cust_1")).ShouldNotBeEmpty();

    [Fact]
    public void Common_WhenAllUnderstand_HasNoDefect() =>
        CommonWords.Defects("UPDATE subscriptions SET status = @status, cancel_at = @time WHERE cancel_at_period_end = @yes", ("@status", "active"), ("@time", null), ("@yes", true)).ShouldBeEmpty();

    [Fact]
    public void Parameter_WhenMade_HasTheTypeOfTheColumns()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2));

        SqlServerDatabase.ParameterOf("@a", noon).SqlDbType.ShouldBe(SqlDbType.DateTimeOffset);
        SqlServerDatabase.ParameterOf("@a", noon).Value.ShouldBe(noon.ToUniversalTime());
        SqlServerDatabase.ParameterOf("@a", true).SqlDbType.ShouldBe(SqlDbType.Bit);
        SqlServerDatabase.ParameterOf("@a", 1L).SqlDbType.ShouldBe(SqlDbType.BigInt);
        SqlServerDatabase.ParameterOf("@a", "text").SqlDbType.ShouldBe(SqlDbType.NVarChar);
        SqlServerDatabase.ParameterOf("@a", new byte[] { 1 }).SqlDbType.ShouldBe(SqlDbType.VarBinary);
        SqlServerDatabase.ParameterOf("@a", null).Value.ShouldBe(DBNull.Value);
    }
}
