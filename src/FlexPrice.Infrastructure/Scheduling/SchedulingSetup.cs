using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlexPrice.Infrastructure.Scheduling;

internal static class SchedulingSetup
{
    // Not at the start: a process that has just started is busy, and one that restarts in a loop would do nothing else.
    internal static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(30);

    // How long the others wait until they take over the jobs of a process that stopped.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    /// <summary>Adds the scheduler. Processes that share a database share its schedule and its clock, and each job runs in one of them.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, FlexPriceSettings settings)
    {
        services.AddScoped<EnvironmentSweep>();
        services.AddScoped<TimedWorkTables>();
        services.AddSingleton<TimedWork>();
        services.AddHostedService<ClockMonitor>();
        services.AddQuartz(quartz =>
        {
            if (settings.Database.Provider != DatabaseProvider.Sqlite)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UseServer(settings.Database);
                    store.UseClustering(clustering => clustering.CheckinInterval = CheckIn);

                    // Where the tables exist, as after migrate, this needs no right to create any.
                    store.ProvisionSchema();
                });
            }
        });
        services.Configure<QuartzOptions>(options =>
        {
            // A process keeps to the schedule that it finds: one that restarts in a loop would postpone every job for ever.
            options.Scheduling.OverwriteExistingData = false;
            options.Scheduling.IgnoreDuplicates = true;
        });
        if (settings.RunsWorker)
        {
            services.AddQuartzHostedService(options =>
            {
                options.WaitForJobsToComplete = true;
                options.AutoStart = false;
            });
        }

        return services;
    }

    /// <summary>Adds a job that runs again and again.</summary>
    /// <typeparam name="TJob">The job. Databases keep its name.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="interval">The interval. It is part of the trigger's name: a release that changes it has a trigger of its own.</param>
    /// <param name="formerNamespaces">The namespaces that the job was in before. Schedules of earlier releases name it by them.</param>
    public static IServiceCollection AddTimedJob<TJob>(this IServiceCollection services, TimeSpan interval, params string[] formerNamespaces)
        where TJob : IJob =>
        services.AddQuartz(quartz =>
        {
            quartz.UseTypeLoader(types =>
            {
                foreach (var former in formerNamespaces)
                {
                    types.Aliases[$"{former}.{typeof(TJob).Name}, {typeof(TJob).Assembly.GetName().Name}"] = typeof(TJob).AssemblyQualifiedName!;
                }
            });
            quartz.ScheduleJob<TJob>(
                (provider, trigger) => trigger
                    .WithIdentity($"{typeof(TJob).Name} every {interval}")
                    .StartAt(provider.GetRequiredService<TimeProvider>().GetUtcNow().Add(StartDelay))
                    .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()),
                (_, job) => job.WithIdentity(typeof(TJob).Name));
        });

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
}
