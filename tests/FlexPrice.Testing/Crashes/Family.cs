namespace FlexPrice.Testing.Crashes;

/// <summary>A customer with one of every edge, whose deletion takes a child along.</summary>
/// <param name="Root">The customer.</param>
/// <param name="Child">The child.</param>
/// <param name="ExternalIds">What their owner calls them, which is in their addresses as well.</param>
/// <param name="Ids">The ids of everything that goes, theirs included.</param>
/// <param name="Invoices">The ids of the invoices that stay.</param>
/// <param name="Before">All rows that name any of it, before the deletion.</param>
internal sealed record Family(string Root, string Child, IReadOnlyList<string> ExternalIds, IReadOnlyList<string> Ids, IReadOnlyList<string> Invoices, string Before)
{
    public const string Choices = "subscriptions=cancel_now&draft_invoices=finalize&outstanding_invoices=write_off&wallets=forfeit&usage=erase&child_customers=cascade&integrations=unlink";

    public string DeletePath => $"/v1/customers/{Root}?{Choices}";

    public IReadOnlyList<string> Members => [Root, Child];

    public IReadOnlyList<string> Everything => [.. Ids, .. Invoices];

    /// <summary>Makes a family, and customers of others who have the same external ids.</summary>
    public static async Task<Family> CreateAsync(ApiClient client, Database database, Strangers strangers)
    {
        var (rootExternalId, childExternalId) = (Arrange.NewExternalId(), Arrange.NewExternalId());
        var root = await Arrange.CustomerAsync(client, rootExternalId);
        var child = await Arrange.CustomerAsync(client, childExternalId, root);
        var subscription = await Arrange.SubscriptionAsync(client, root);
        var ids = new List<string>
        {
            root,
            child,
            subscription,
            await Arrange.SubscriptionAsync(client, child),
            await Arrange.WalletAsync(client, root),
            await Arrange.WorkflowAsync(client, child),
            await Arrange.MappingAsync(client, root),
        };
        string[] invoices = [await Arrange.InvoiceAsync(client, root, subscription), await Arrange.InvoiceAsync(client, child)];
        await Arrange.UsageAsync(client, rootExternalId);
        await Arrange.UsageAsync(client, childExternalId);
        await Arrange.ReleasedHoldAsync(database, root);
        var subjects = await database.RowsAsync("SELECT id FROM usage_subjects WHERE customer_id IN (@root, @child)", ("@root", root), ("@child", child));
        subjects.Count.ShouldBe(2);
        ids.AddRange(subjects.Select(row => (string)row[0]!));
        var traces = new Traces(database);
        string[] externalIds = [rootExternalId, childExternalId];
        (await traces.FindAsync(externalIds)).ShouldNotBeEmpty("what is searched for afterwards must be found before");
        var before = await traces.SnapshotAsync([.. ids, .. invoices]);
        await strangers.ImitateAsync(externalIds);
        return new Family(root, child, externalIds, ids, invoices, before);
    }
}
