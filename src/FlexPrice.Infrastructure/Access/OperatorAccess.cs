using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Clock;
using FlexPrice.Infrastructure.Persistence;

namespace FlexPrice.Infrastructure.Access;

internal sealed class OperatorAccess(DatabasePreparation preparation, DatabaseClock clock, DefaultEnvironment defaultEnvironment, ICallerSetter caller) : IOperatorAccess
{
    // Not the system: a key that a person ends stays ended, regardless of later settings.
    private const string Actor = "operator";

    public Task<T> RunAsync<T>(Func<ICaller, Task<T>> work, CancellationToken cancellationToken) => preparation.DescribeFailuresAsync(async () =>
    {
        await using (await preparation.EnterAsync(toMigrate: false, cancellationToken))
        {
            await preparation.RequireSchemaAsync(cancellationToken);
            await clock.MeasureAsync(cancellationToken);
            caller.Set(await defaultEnvironment.EnsureAsync(cancellationToken), Actor, [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
        }

        return await work(caller);
    }, cancellationToken);
}
