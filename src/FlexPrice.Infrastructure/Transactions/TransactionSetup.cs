using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Transactions;

internal static class TransactionSetup
{
    /// <summary>Adds units of work: their retries, locks, ids and commits.</summary>
    public static IServiceCollection AddTransactions(this IServiceCollection services) => services
        .AddSingleton<IdGenerator>()
        .AddSingleton<IIdGenerator>(provider => provider.GetRequiredService<IdGenerator>())
        .AddScoped<IDispatcher, RetryingDispatcher>()
        .AddScoped<CommandAttempt>()
        .AddScoped<CommitProof>()
        .AddScoped<RowLocks>()
        .AddScoped<IRowLocks>(provider => provider.GetRequiredService<RowLocks>())
        .AddScoped<EventRecorder>()
        .AddScoped<CommandTransaction>()
        .AddScoped<IUnitOfWork, UnitOfWork>()
        .AddTimedJob<ForgetCommitMarksJob>(ForgetCommitMarksJob.Interval, "FlexPrice.Infrastructure.Persistence");
}
