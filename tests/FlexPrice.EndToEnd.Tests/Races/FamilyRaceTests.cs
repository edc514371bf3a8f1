using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Changes to families and to the status at the same moment.</summary>
public abstract class FamilyRaceTests(RaceCourse course, ITestOutputHelper output)
{
    private const string Archive = "archive";
    private const string Create = "create";

    private ApiClient Client => course.Client;

    [Fact]
    public Task SetParent_WhenTwoBecomeEachOthersParent_OneIsRefused() => course.RunAsync(
        async () =>
        {
            var one = await Arrange.CustomerAsync(Client);
            var other = await Arrange.CustomerAsync(Client);
            return new Contest(() => PlaceAsync(one, other), () => PlaceAsync(other, one), (left, right) =>
            {
                var (winner, loser) = left.Code == 200 ? (left, right) : (right, left);
                winner.Expecting(200);
                loser.Expecting(400).Detail("parent_customer_id").ShouldNotBeNull();
                return Task.FromResult(winner == left ? "left" : "right");
            });
        },
        output,
        "left",
        "right");

    [Fact]
    public Task Archive_WhenSubscriptionIsCreated_ItEndsWithItsPeriodOrIsRefused() => AgainstCreationAsync(
        201,
        customer => Client.PostAsync("/v1/subscriptions", Arrange.Subscription(customer)),
        "SELECT count(*) FROM subscriptions WHERE customer_id = @id AND cancel_at_period_end = @yes AND ends_because_archived = @yes",
        "SELECT count(*) FROM subscriptions WHERE customer_id = @id");

    [Fact]
    public Task Archive_WhenWalletIsCreated_ItStaysOrIsRefused() => AgainstCreationAsync(
        200,
        customer => Client.PostAsync("/v1/wallets", Arrange.Wallet(customer)),
        "SELECT count(*) FROM wallets WHERE customer_id = @id AND status = 'active'",
        "SELECT count(*) FROM wallets WHERE customer_id = @id");

    [Fact]
    public Task Archive_WhenChildIsCreated_ItStaysOrIsRefused() => AgainstCreationAsync(
        201,
        customer => Client.PostAsync("/v1/customers", Arrange.Customer(Arrange.NewExternalId(), customer)),
        "SELECT count(*) FROM customers WHERE parent_customer_id = @id AND status = 'published'",
        "SELECT count(*) FROM customers WHERE parent_customer_id = @id");

    private Task AgainstCreationAsync(int created, Func<string, Task<Answer>> createAsync, string countAsExpected, string countAny) => course.RunAsync(
        async () =>
        {
            var customer = await Arrange.CustomerAsync(Client);
            return new Contest(
                () => Client.PutAsync($"/v1/customers/{customer}", new { status = "archived" }),
                () => createAsync(customer),
                async (archiving, creation) =>
                {
                    archiving.Expecting(200).Element.GetProperty("status").GetString().ShouldBe("archived");
                    if (creation.Code == created)
                    {
                        (await course.Database.CountAsync(countAsExpected, ("@id", customer), ("@yes", true))).ShouldBe(1, countAsExpected);
                        return Create;
                    }

                    creation.Expecting(400).Element.GetProperty("code").GetString().ShouldBe("invalid_operation");
                    (await course.Database.CountAsync(countAny, ("@id", customer))).ShouldBe(0, countAny);
                    return Archive;
                });
        },
        output,
        Archive,
        Create);

    private Task<Answer> PlaceAsync(string customer, string parent) => Client.PutAsync($"/v1/customers/{customer}", new { parent_customer_id = parent });

    [Collection(RacesOnSqlite.Name)]
    public sealed class OnSqlite(SqliteRaceCourse course, ITestOutputHelper output) : FamilyRaceTests(course, output), IOn<SqliteEngine>;

    [Collection(RacesOnPostgreSql.Name)]
    public sealed class OnPostgreSql(PostgreSqlRaceCourse course, ITestOutputHelper output) : FamilyRaceTests(course, output), IOn<PostgreSqlEngine>;

    [Collection(RacesOnSqlServer.Name)]
    public sealed class OnSqlServer(SqlServerRaceCourse course, ITestOutputHelper output) : FamilyRaceTests(course, output), IOn<SqlServerEngine>;
}
