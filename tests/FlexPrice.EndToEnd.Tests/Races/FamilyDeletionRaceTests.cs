using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>The deletion of a family against what happens to one of its members.</summary>
public abstract class FamilyDeletionRaceTests(RaceCourse course, ITestOutputHelper output)
{
    private const string Family = "family";
    private const string Member = "member";

    private ApiClient Client => course.Client;

    [Fact]
    [Against(typeof(DeleteCustomerCommand))]
    public Task Cascade_WhenAChildIsDeleted_EachIsDeletedOnce() => course.RunAsync(
        async () =>
        {
            var (parent, child, grandchild) = await FamilyAsync();
            return new Contest(() => CascadeAsync(parent), () => CascadeAsync(child), async (family, member) =>
            {
                family.Expecting(204);
                await course.CheckDeletedAsync(parent);
                await course.CheckDeletedAsync(child);
                await course.CheckDeletedAsync(grandchild);
                if (member.Code == 204)
                {
                    await BelongsToAsync(grandchild, member.DeletionId);
                    await BelongsToAsync(child, null);
                    return Member;
                }

                var ofChild = member.Expecting(404).Detail("deletion_id")!.Value.GetString();
                await BelongsToAsync(grandchild, ofChild);
                await BelongsToAsync(child, family.DeletionId);
                return Family;
            });
        },
        output,
        Family,
        Member);

    [Fact]
    [Against(typeof(CreateSubscriptionCommand))]
    public Task Cascade_WhenAMemberSubscribes_AllStayOrAllGo() => course.RunAsync(
        async () =>
        {
            var (parent, child, grandchild) = await FamilyAsync();
            return new Contest(() => CascadeAsync(parent), () => Client.PostAsync("/v1/subscriptions", Arrange.Subscription(grandchild)), async (family, creation) =>
            {
                string[] everybody = [parent, child, grandchild];
                if (family.Code == 204)
                {
                    creation.Expecting(404);
                    foreach (var customer in everybody)
                    {
                        await course.CheckDeletedAsync(customer);
                    }

                    return Family;
                }

                creation.Expecting(201);
                family.Expecting(400).Detail("blockers")!.Value.EnumerateArray().ShouldHaveSingleItem().GetProperty("edge").GetString().ShouldBe("subscriptions");
                foreach (var customer in everybody)
                {
                    (await Client.GetAsync($"/v1/customers/{customer}")).Expecting(200);
                }

                return Member;
            });
        },
        output,
        Family,
        Member);

    // A command that names both locks the older one first, by the order of the ids; the deletion of the family locks the younger one first, because it is the root.
    [Fact]
    [Against(typeof(CreateSubscriptionCommand))]
    public Task Cascade_WhenTheTopIsYoungerAndPaysForAMember_OneOfBothIsRefused() => course.RunAsync(
        async () =>
        {
            var member = await Arrange.CustomerAsync(Client);
            var top = await Arrange.CustomerAsync(Client);
            (await Client.PutAsync($"/v1/customers/{member}", new { parent_customer_id = top })).Expecting(200);
            return new Contest(
                () => CascadeAsync(top),
                () => Client.PostAsync("/v1/subscriptions", Arrange.SubscriptionPaidBy(top, member)),
                async (family, creation) =>
                {
                    if (family.Code == 204)
                    {
                        creation.Code.ShouldBeOneOf(400, 404);
                        await course.CheckDeletedAsync(top);
                        await course.CheckDeletedAsync(member);
                        return Family;
                    }

                    creation.Expecting(201);
                    family.Expecting(400).Detail("blockers").ShouldNotBeNull();
                    return Member;
                });
        },
        output,
        Family,
        Member);

    // Two siblings are moved as a set; another command names both in the other order of their rows.
    [Fact]
    [Against(typeof(CreateSubscriptionCommand))]
    public Task Detach_WhenOneChildPaysForTheOther_BothGoOn() => course.RunAsync(
        async () =>
        {
            var parent = await Arrange.CustomerAsync(Client);
            var first = await Arrange.CustomerAsync(Client, parent: parent);
            var second = await Arrange.CustomerAsync(Client, parent: parent);
            (await Client.PutAsync($"/v1/customers/{first}", new { name = "Countess of Lovelace" })).Expecting(200);
            return new Contest(
                () => Client.DeleteAsync($"/v1/customers/{parent}?child_customers=detach"),
                () => Client.PostAsync("/v1/subscriptions", Arrange.SubscriptionPaidBy(second, first)),
                async (deletion, creation) =>
                {
                    deletion.Expecting(204);
                    creation.Expecting(201);
                    await course.CheckDeletedAsync(parent);
                    (await course.Database.CountAsync("SELECT count(*) FROM customers WHERE id IN (@first, @second) AND parent_customer_id IS NULL", ("@first", first), ("@second", second))).ShouldBe(2);
                    return "both";
                });
        },
        output,
        "both");

    private async Task<(string Parent, string Child, string Grandchild)> FamilyAsync()
    {
        var parent = await Arrange.CustomerAsync(Client);
        var child = await Arrange.CustomerAsync(Client, parent: parent);
        return (parent, child, await Arrange.CustomerAsync(Client, parent: child));
    }

    private Task<Answer> CascadeAsync(string customer) => Client.DeleteAsync($"/v1/customers/{customer}?child_customers=cascade");

    private async Task BelongsToAsync(string customer, string? deletion)
    {
        var records = await course.Database.RowsAsync("SELECT parent_deletion_id FROM deletions WHERE customer_id = @id", ("@id", customer));
        records.ShouldHaveSingleItem()[0].ShouldBe(deletion);
    }

    [Collection(RacesOnSqlite.Name)]
    public sealed class OnSqlite(SqliteRaceCourse course, ITestOutputHelper output) : FamilyDeletionRaceTests(course, output), IOn<SqliteEngine>;

    [Collection(RacesOnPostgreSql.Name)]
    public sealed class OnPostgreSql(PostgreSqlRaceCourse course, ITestOutputHelper output) : FamilyDeletionRaceTests(course, output), IOn<PostgreSqlEngine>;

    [Collection(RacesOnSqlServer.Name)]
    public sealed class OnSqlServer(SqlServerRaceCourse course, ITestOutputHelper output) : FamilyDeletionRaceTests(course, output), IOn<SqlServerEngine>;
}
