using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Retention;
using FlexPrice.Infrastructure.Scheduling;
using FlexPrice.Infrastructure.Subscriptions;
using FlexPrice.Infrastructure.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace FlexPrice.Infrastructure.Tests.Scheduling;

/// <summary>Databases keep the names of the jobs' types. A process finds those that releases before it have stored.</summary>
public sealed class StoredJobTests : IOn<PostgreSqlEngine>, IAsyncLifetime
{
    private static readonly (Type Job, string[] Stored)[] Jobs =
    [
        (typeof(EndDueSubscriptionsJob), ["FlexPrice.Infrastructure.Subscriptions.EndDueSubscriptionsJob"]),
        (typeof(ForgetExpiredFencesJob), ["FlexPrice.Infrastructure.Deletions.ForgetExpiredFencesJob"]),
        (typeof(DestroyDueDocumentsJob), ["FlexPrice.Infrastructure.Retention.DestroyDueDocumentsJob"]),
        (typeof(NoteNewKeysJob), ["FlexPrice.Infrastructure.Keys.NoteNewKeysJob", "FlexPrice.Infrastructure.Persistence.NoteNewKeysJob"]),
        (typeof(ForgetCommitMarksJob), ["FlexPrice.Infrastructure.Transactions.ForgetCommitMarksJob", "FlexPrice.Infrastructure.Persistence.ForgetCommitMarksJob"]),
    ];

    private Store _store = null!;
    private IScheduler _scheduler = null!;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this), null, ("Worker:Role", "worker"));
        await _store.Services.GetRequiredService<TimedWork>().SetParticipationAsync(true, CancellationToken.None);
        _scheduler = await _store.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
    }

    public async Task DisposeAsync()
    {
        await _scheduler.Shutdown(waitForJobsToComplete: false);
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Job_WhenAReleaseBeforeHasStoredItsType_IsFound()
    {
        await using var connection = await ((PostgreSqlDatabase)_store.Database).ConnectAsync();
        foreach (var (job, stored) in Jobs)
        {
            foreach (var name in stored)
            {
                await using var rename = new NpgsqlCommand("UPDATE qrtz_job_details SET job_class_name = $1 WHERE job_name = $2", connection) { Parameters = { new() { Value = $"{name}, FlexPrice.Infrastructure" }, new() { Value = job.Name } } };
                (await rename.ExecuteNonQueryAsync()).ShouldBe(1, job.Name);
                (await _scheduler.GetJobDetail(new JobKey(job.Name))).ShouldNotBeNull(name).JobType.Type.ShouldBe(job);
            }
        }
    }

    [Fact]
    public void Job_WhenItIsAdded_IsKnownByEveryNameThatWasStored() => Jobs.Select(job => job.Job).ShouldBe(
        typeof(NoteNewKeysJob).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJob)) && type.IsClass),
        ignoreOrder: true,
        "add the job, and when it moves keep its former name");
}
