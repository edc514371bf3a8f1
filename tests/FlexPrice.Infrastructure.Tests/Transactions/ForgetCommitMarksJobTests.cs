using FlexPrice.Infrastructure.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Transactions;

public abstract class ForgetCommitMarksJobTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Marks_WhenADayOld_AreForgottenBatchByBatch()
    {
        var old = Enumerable.Range(0, ForgetCommitMarksJob.LargestBatch + 1).Select(number => ($"commit_old_{number}", Store.Noon - ForgetCommitMarksJob.Kept - TimeSpan.FromSeconds(1)));
        _store.Database.ExecuteAll(old.Append(("commit_young", Store.Noon - ForgetCommitMarksJob.Kept)).Select(mark => (
            "INSERT INTO commit_marks (tenant_id, environment_id, id, committed_at) VALUES (@tenant, @environment, @id, @at)",
            new (string, object?)[] { ("@tenant", _store.Scope.TenantId.Value), ("@environment", _store.Scope.EnvironmentId.Value), ("@id", mark.Item1), ("@at", mark.Item2) })));
        await using var scope = _store.Services.CreateAsyncScope();

        await ActivatorUtilities.CreateInstance<ForgetCommitMarksJob>(scope.ServiceProvider).Execute(null!, CancellationToken.None);

        _store.ReadOne("SELECT id FROM commit_marks").ShouldBe("commit_young");
    }

    public sealed class OnSqlite : ForgetCommitMarksJobTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : ForgetCommitMarksJobTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : ForgetCommitMarksJobTests, IOn<SqlServerEngine>;
}
