using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.SqlServer.Storage.Internal;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerErrorTests
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private readonly SqlServerDialect _dialect = new();

    [Theory]
    [InlineData(2601, ErrorKind.AlreadyExists)]
    [InlineData(2627, ErrorKind.AlreadyExists)]
    [InlineData(1205, ErrorKind.ServiceUnavailable)]
    [InlineData(1222, ErrorKind.ServiceUnavailable)]
    [InlineData(-2, ErrorKind.ServiceUnavailable)]
    [InlineData(40613, ErrorKind.ServiceUnavailable)]
    [InlineData(10054, ErrorKind.ServiceUnavailable)]
    public void Failure_WhenItPassesOrIsAConflict_IsTriedAgainAndHasAMeaning(int number, ErrorKind kind)
    {
        foreach (var failure in new Exception[] { Error(number), new DbUpdateException("", Error(number)), new InvalidOperationException("", Error(number)), new InvalidOperationException("", new DbUpdateException("", Error(number))) })
        {
            _dialect.IsTransient(failure).ShouldBeTrue();
            _dialect.ToError(failure).ShouldNotBeNull().Kind.ShouldBe(kind);
            IsRetried(failure).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(102)]
    [InlineData(207)]
    [InlineData(208)]
    [InlineData(468)]
    [InlineData(8152)]
    public void Failure_WhenItIsADefect_IsThrown(int number)
    {
        _dialect.IsTransient(Error(number)).ShouldBeFalse();
        _dialect.ToError(Error(number)).ShouldBeNull();
        IsRetried(Error(number)).ShouldBeFalse();
    }

    [Fact]
    public void Conflict_WhenItIsOurs_IsTriedAgain()
    {
        foreach (var conflict in new Exception[] { new DbUpdateConcurrencyException(), new HierarchyChangedException(), new ExternalIdReassignedException() })
        {
            IsRetried(conflict).ShouldBeTrue();
            _dialect.ToError(conflict).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.VersionConflict);
        }
    }

    [Fact]
    public async Task Conflict_WhenItIsTriedAgain_IsCounted()
    {
        await using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        using var retries = new Measured<long>(FlexPriceTelemetry.Retries);
        var tries = 0;

        await _dialect.Retrying(context).ExecuteAsync(() => ++tries == 1 ? Task.FromException(Error(1205)) : Task.CompletedTask);

        tries.ShouldBe(2);
        retries.Lines.ShouldBe(["1"]);
    }

    // What is tried again also has a meaning when it has been tried long enough.
    [Fact]
    public void Failure_WhenEntityFrameworkKnowsIt_IsTriedAgainAndMeansThatTheDatabaseIsBusy()
    {
#pragma warning disable EF1001
        var known = Enumerable.Range(-10, 60_000).Where(number => SqlServerTransientExceptionDetector.ShouldRetryOn(Error(number))).ToList();
#pragma warning restore EF1001

        known.ShouldContain(1205);
        known.Intersect(SqlServerErrors.TransientNumbers).ShouldBeEmpty();
        known.Select(number => _dialect.ToError(Error(number))?.Kind).ShouldAllBe(kind => kind == ErrorKind.ServiceUnavailable);
        SqlServerErrors.TransientNumbers.Select(number => _dialect.ToError(Error(number))?.Kind).ShouldAllBe(kind => kind == ErrorKind.ServiceUnavailable);
    }

    [Fact]
    public void Pool_WhenItHasNoConnection_PassesAsWell()
    {
        var exhausted = typeof(SqlConnection).Assembly.GetTypes().SelectMany(type => type.GetMethods(Hidden)).First(method => method.Name == "PooledOpenTimeout").Invoke(null, null).ShouldBeAssignableTo<InvalidOperationException>()!;
        exhausted.Source = typeof(SqlConnection).Assembly.GetName().Name;

        _dialect.ToError(exhausted).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.ServiceUnavailable);
        _dialect.ToError(new InvalidOperationException("The pool is deep.")).ShouldBeNull();
    }

    [Theory]
    [InlineData(18456, "refuses this user and password")]
    [InlineData(4060, "does not exist")]
    [InlineData(262, "lacks a right")]
    [InlineData(5070, "READ_COMMITTED_SNAPSHOT is off")]
    [InlineData(2714, "did not make")]
    [InlineData(208, "belongs to another program")]
    [InlineData(3906, "may only be read")]
    [InlineData(1105, "disk is full")]
    public void Start_WhenTheServerRefuses_SaysWhatToDo(int number, string words) =>
        SqlServerStartErrors.Of(Error(number), "the database flexprice on db").ShouldNotBeNull().ShouldMatch($"^ConnectionStrings__FlexPrice names the database flexprice on db, .*{words}");

    [Fact]
    public async Task Start_WhenNoServerAnswers_SaysSo()
    {
        await using var connection = new SqlConnection("Server=127.0.0.1,1;Database=flexprice;User ID=a;Password=b;Connect Timeout=2;ConnectRetryCount=0;Pooling=False");
        var failure = await Should.ThrowAsync<SqlException>(() => connection.OpenAsync());

        SqlServerStartErrors.Of(failure, "it").ShouldNotBeNull().ShouldContain("does not answer");
        SqlServerStartErrors.Of(failure, "it").ShouldNotBeNull().ShouldContain("Encrypt=Strict needs SQL Server 2022");
        _dialect.ToError(failure).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.ServiceUnavailable);
    }

    [Fact]
    public void Start_WhenItIsADefect_IsNotExplained() => SqlServerStartErrors.Of(Error(102), "it").ShouldBeNull();

    // The words of the constraint's kind are the same in every language: https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-547-database-engine-error
    [Theory]
    [InlineData("The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_wallets_customers\". The conflict occurred in database \"flexprice\", table \"dbo.customers\".", true)]
    [InlineData("The UPDATE statement conflicted with the FOREIGN KEY SAME TABLE constraint \"fk_customers_customers\". The conflict occurred in database \"flexprice\", table \"dbo.customers\".", true)]
    [InlineData("The DELETE statement conflicted with the REFERENCE constraint \"fk_wallets_customers\". The conflict occurred in database \"flexprice\", table \"dbo.wallets\".", true)]
    [InlineData("The DELETE statement conflicted with the SAME TABLE REFERENCE constraint \"fk_customers_customers\". The conflict occurred in database \"flexprice\", table \"dbo.customers\".", true)]
    [InlineData("Die DELETE-Anweisung steht in Konflikt mit der REFERENCE-Einschränkung \"fk_wallets_customers\". Der Konflikt trat in der flexprice-Datenbank, Tabelle \"dbo.wallets\" auf.", true)]
    [InlineData("The UPDATE statement conflicted with the CHECK constraint \"ck_invoices_owned_or_retained\". The conflict occurred in database \"flexprice\", table \"dbo.invoices\".", false)]
    [InlineData("Die UPDATE-Anweisung steht in Konflikt mit der CHECK-Einschränkung \"ck_invoices_owned_or_retained\". Der Konflikt trat in der flexprice-Datenbank, Tabelle \"dbo.invoices\" auf.", false)]
    public void Constraint_WhenItIsAForeignKey_MeansThatTheReferenceIsGoneAndElseADefect(string message, bool isForeignKey)
    {
        var failure = new DbUpdateException("", Error(547, message));

        _dialect.ToError(failure)?.Kind.ShouldBe(ErrorKind.NotFound);
        (_dialect.ToError(failure) is not null).ShouldBe(isForeignKey);
        _dialect.IsTransient(failure).ShouldBe(isForeignKey);
        IsRetried(failure).ShouldBe(isForeignKey);
    }

    private static bool IsRetried(Exception failure)
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        return (bool)typeof(SqlServerRetryStrategy).GetMethod("ShouldRetryOn", Hidden)!.Invoke(new SqlServerRetryStrategy(context), [failure])!;
    }

    private static SqlException Error(int number, string message = "")
    {
        var error = (SqlError)typeof(SqlError).GetConstructors(Hidden).MinBy(constructor => constructor.GetParameters().Length)!.Invoke(
            [.. typeof(SqlError).GetConstructors(Hidden).MinBy(constructor => constructor.GetParameters().Length)!.GetParameters().Select(parameter => parameter switch
            {
                { Name: "infoNumber" } => number,
                { Name: "errorMessage" } => message,
                { ParameterType.Name: "String" } => "",
                { ParameterType.Name: "Byte" } => (byte)16,
                { ParameterType.IsValueType: true } => Activator.CreateInstance(parameter.ParameterType),
                _ => null,
            })]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [errors, "15.0.0"])!;
    }
}
