using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Retention;
using FlexPrice.Infrastructure.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlexPrice.Infrastructure.Persistence;

internal static class TimedWorkRegistration
{
    // Not at once: a process that has just started has something better to do, and one that is started again and again would do nothing else.
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    // How long the others wait until they take over what a process that stands still was to do.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    /// <summary>Adds what is done by the clock. Processes that share a database share its plan and its time, and each job runs in one of them.</summary>
    public static IServiceCollection AddTimedWork(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton<TimedWork>();
        services.AddQuartz(quartz =>
        {
            if (settings.Provider != DatabaseProvider.Sqlite)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UseServer(settings);
                    store.UseClustering(clustering => clustering.CheckinInterval = CheckIn);

                    // Where the tables are there already, as after migrate, this asks for no right to make any.
                    store.ProvisionSchema();
                });
            }

            quartz.ScheduleEvery<EndDueSubscriptionsJob>(EndDueSubscriptionsJob.Interval);
            quartz.ScheduleEvery<ForgetExpiredFencesJob>(ForgetExpiredFencesJob.Interval);
            quartz.ScheduleEvery<DestroyDueDocumentsJob>(DestroyDueDocumentsJob.Interval);
            quartz.ScheduleEvery<NoteNewKeysJob>(NoteNewKeysJob.Interval);
            quartz.ScheduleEvery<ForgetCommitMarksJob>(ForgetCommitMarksJob.Interval);
        });
        return services.Configure<QuartzOptions>(options =>
        {
            // Who starts finds the plan of the others and keeps to it: a process that is started again and again would put all work off for ever.
            options.Scheduling.OverwriteExistingData = false;
            options.Scheduling.IgnoreDuplicates = true;
        });
    }

    private static void UseServer(this IPersistentStoreBuilder store, DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            store.UseSqlServer(new SqlServerTimedWorkFactory(), settings.ConnectionString);
        }
        else
        {
            store.UsePostgres(settings.ConnectionString);
        }
    }

    // The interval is part of the name: a release that changes it has a plan of its own.
    private static void ScheduleEvery<TJob>(this IQuartzBuilder quartz, TimeSpan interval)
        where TJob : IJob =>
        quartz.ScheduleJob<TJob>(
            (services, trigger) => trigger
                .WithIdentity($"{typeof(TJob).Name} every {interval}")
                .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow().Add(Rest))
                .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()),
            (_, job) => job.WithIdentity(typeof(TJob).Name));
}
