namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>A customer with one of every edge, whose deletion takes a child along.</summary>
/// <param name="Root">The customer.</param>
/// <param name="Child">The child.</param>
/// <param name="Ids">The ids of everything, theirs included.</param>
/// <param name="Before">All rows that name any of it, before the deletion.</param>
internal sealed record Family(string Root, string Child, IReadOnlyList<string> Ids, string Before)
{
    public const string Choices = "subscriptions=cancel_now&wallets=forfeit&usage=erase&child_customers=cascade";

    public string DeletePath => $"/v1/customers/{Root}?{Choices}";

    public IReadOnlyList<string> Members => [Root, Child];

    public static async Task<Family> CreateAsync(Client client, Database database)
    {
        var (rootExternalId, childExternalId) = (Given.NewExternalId(), Given.NewExternalId());
        var root = await Given.CustomerAsync(client, rootExternalId);
        var child = await Given.CustomerAsync(client, childExternalId, root);
        var ids = new List<string> { root, child, await Given.SubscriptionAsync(client, root), await Given.SubscriptionAsync(client, child), await Given.WalletAsync(client, root) };
        await Given.UsageAsync(client, rootExternalId);
        await Given.UsageAsync(client, childExternalId);
        await Given.ReleasedHoldAsync(database, root);
        var subjects = await database.RowsAsync("SELECT id FROM usage_subjects WHERE customer_id IN (@root, @child)", ("@root", root), ("@child", child));
        subjects.Count.ShouldBe(2);
        ids.AddRange(subjects.Select(row => (string)row[0]!));
        return new Family(root, child, ids, await new Traces(database).SnapshotAsync(ids));
    }
}
