using FlexPrice.Infrastructure.Initialization;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerMigrationTests : IDisposable
{
    // https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
    private const int LongestKey = 900;
    private const int LongestIndex = 1700;

    private readonly SqlServerFlexPriceDbContext _context = new SqlServerDesignTimeFactory().CreateDbContext([]);

    private IModel Model => _context.GetService<IDesignTimeModel>().Model;

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Script)]
    [InlineData(MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent)]
    public void Script_WhenParsed_IsTransactSql(MigrationsSqlGenerationOptions options)
    {
        var script = _context.GetService<IMigrator>().GenerateScript(options: options);

        SqlServerSchema.Batches(script).SelectMany(batch => SqlServerParser.Defects(batch)).ShouldBeEmpty();
    }

    [Fact]
    public void Script_WhenItMakesTables_HasReadersReadVersionsFirst()
    {
        var statements = SqlServerSchema.Batches(_context.GetService<IMigrator>().GenerateScript())
            .SelectMany(batch => SqlServerParser.NodesOf<TSqlStatement>(SqlServerParser.Parse(batch)))
            .ToList();

        var readVersions = statements.FindIndex(statement => statement is AlterDatabaseSetStatement set
            && set.Options.OfType<OnOffDatabaseOption>().Any(option => option is { OptionKind: DatabaseOptionKind.ReadCommittedSnapshot, OptionState: OptionState.On }));
        readVersions.ShouldBeInRange(0, statements.FindIndex(statement => statement is CreateTableStatement table && table.SchemaObjectName.BaseIdentifier.Value == "customers"));
    }

    // A batch is read as the options are when it begins, and sqlcmd begins with this one off.
    [Fact]
    public void Script_WhenItIsPrinted_SetsBeforeItsOtherBatchesWhatFilteredIndexesNeed()
    {
        var batches = SqlServerSchema.Batches(DatabaseSchema.Script(_context, new SqlServerDialect(), Migration.InitialDatabase)).Select(SqlServerParser.Parse).ToList();

        var filtered = batches.FindIndex(batch => SqlServerParser.NodesOf<CreateIndexStatement>(batch).Any(index => index.FilterPredicate is not null));
        filtered.ShouldBeGreaterThan(0);
        var options = SqlServerParser.NodesOf<PredicateSetStatement>(batches[0]);
        SqlServerParser.NodesOf<TSqlStatement>(batches[0]).Count.ShouldBe(options.Count);
        options.Where(option => option.IsOn).Aggregate(default(SetOptions), (all, option) => all | option.Options)
            .ShouldBe(SetOptions.QuotedIdentifier | SetOptions.AnsiNulls | SetOptions.AnsiPadding | SetOptions.AnsiWarnings | SetOptions.ArithAbort | SetOptions.ConcatNullYieldsNull);
        options.Where(option => !option.IsOn).Select(option => option.Options).ShouldBe([SetOptions.NumericRoundAbort]);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(110)]
    [InlineData(120)]
    public void Database_WhenItsCompatibilityLevelHasNoLists_IsRefusedByTheNameOfTheSetting(int level) =>
        SqlServerSetUp.RefusalOf(level, "the database flexprice on db").ShouldNotBeNull()
            .ShouldMatch($"^ConnectionStrings__FlexPrice names the database flexprice on db, whose compatibility level is {level}, .*ALTER DATABASE … SET COMPATIBILITY_LEVEL = 150");

    [Theory]
    [InlineData(130)]
    [InlineData(150)]
    [InlineData(170)]
    public void Database_WhenItsCompatibilityLevelHasLists_IsTaken(int level) => SqlServerSetUp.RefusalOf(level, "it").ShouldBeNull();

    [Fact]
    public void Database_WhenAProcessStarts_IsAskedForItsCompatibilityLevelFirst() =>
        SqlServerTwin.Shared.Catch("start", services => services.GetRequiredService<DatabasePreparation>().FinishAsync(CancellationToken.None).GetAwaiter().GetResult())
            .ShouldHaveSingleItem().Text.ShouldContain("compatibility_level");

    [Fact]
    public void Schema_WhenBuiltFromTheModel_HoldsTogether()
    {
        using var schema = SqlServerSchema.Of(_context);

        schema.Defects(Model.GetEntityTypes().Select(entity => new SqlText(entity.Name, $"SELECT * FROM {entity.GetTableName()}", [])).ToList()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SqlServerSetUp.ReadVersions)]
    [InlineData(SqlServerSetUp.ReadsVersions)]
    [InlineData(SqlServerSetUp.ReadsLevel)]
    [InlineData(SqlServerSetUp.AcquireStartLock)]
    public void SetUp_WhenParsed_IsTransactSql(string text) => SqlServerParser.Defects(text).ShouldBeEmpty();

    [Fact]
    public void Column_WhenItIsText_IsComparedByItsCharacters()
    {
        var columns = Model.GetRelationalModel().Tables.SelectMany(table => table.Columns).Where(column => column.StoreType.StartsWith("nvarchar", StringComparison.Ordinal)).ToList();

        columns.Count.ShouldBeGreaterThan(100);
        columns.Where(column => column.Collation != SqlServerText.Collation).Select(column => $"{column.Table.Name}.{column.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Key_WhenItIsAsLongAsItCanBe_FitsIntoItsIndex()
    {
        foreach (var table in Model.GetRelationalModel().Tables)
        {
            BytesOf(table.PrimaryKey!.Columns).ShouldBeLessThanOrEqualTo(LongestKey, table.Name);
            foreach (var index in table.Indexes)
            {
                BytesOf(index.Columns).ShouldBeLessThanOrEqualTo(LongestIndex, index.Name);
            }
        }
    }

    [Fact]
    public void Statement_WhenItIsWrong_IsCaught()
    {
        using var schema = SqlServerSchema.Of(_context);
        (string Name, string Type)[] ids = [("@ids", "nvarchar(max)")];
        (string Text, string Defect)[] wrong =
        [
            ("SELECT nonsense FROM customers", "nonsense"),
            ("SELECT id FROM customer", "customer"),
            ("SELECT id FROM customers LIMIT 1", "line 1"),
            ("SELECT id FROM customers WHERE id = @unknown", "@unknown"),
            ("WITH asked AS (SELECT id FROM customers) SELECT idx FROM asked", "idx"),
            ("SELECT id FROM customers WITH (FORCESEEK (pk_clients (tenant_id)))", "pk_clients"),
            ("SELECT given.vaule FROM OPENJSON(@ids) WITH (value nvarchar(64) '$') given", "vaule"),
            ("SELECT jsonb_contains(metadata, 'a') FROM customers", "jsonb_contains"),
            ("UPDATE customers SET nam = '' WHERE id = 'a'", "nam"),
            ("INSERT INTO fences (tenant_id, environment_id, hash) SELECT 'a', 'b', 'c'", "hash"),
        ];

        foreach (var (text, defect) in wrong)
        {
            schema.Defects(new SqlText("wrong", text, ids)).ShouldNotBeEmpty(text);
            string.Join(';', schema.Defects(new SqlText("wrong", text, ids))).ShouldContain(defect);
        }

        schema.Defects(new SqlText("right", "SELECT id FROM customers", [])).ShouldBeEmpty();
    }

    public void Dispose() => _context.Dispose();

    private static int BytesOf(IEnumerable<IColumnBase> columns) => columns.Sum(column => column.StoreType switch
    {
        ['n', 'v', 'a', 'r', 'c', 'h', 'a', 'r', '(', .. var length, ')'] => 2 * int.Parse(length, System.Globalization.CultureInfo.InvariantCulture),
        "datetimeoffset" => 10,
        "bigint" => 8,
        "int" => 4,
        "bit" => 1,
        var other => throw new NotSupportedException(other),
    });
}
