namespace FlexPrice.Api.Tests.Deletions;

public abstract class RollBackTests
{
    [Theory]
    [InlineData("SubscriptionsEdge")]
    [InlineData("RetainedInvoicesEdge")]
    [InlineData("WalletsEdge")]
    [InlineData("UsageEdge")]
    [InlineData("WorkflowsEdge")]
    [InlineData("IntegrationsEdge")]
    public async Task Deletion_WhenAnEdgeDecidesAboutFewerRowsThanItChanges_RollsBack(string edge)
    {
        var defects = await MutantRun.DefectsAsync(Engine.Of(this), services => MutantEdge.Replace(services, edge, decide: decision => decision with
        {
            Context = decision.Context with { Rows = [.. decision.Context.Rows.SkipLast(1)] },
        }));

        defects.ShouldBe(["answered InternalServerError, changed nothing"]);
    }

    public sealed class OnSqlite : RollBackTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : RollBackTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : RollBackTests, IOn<SqlServerEngine>;
}
