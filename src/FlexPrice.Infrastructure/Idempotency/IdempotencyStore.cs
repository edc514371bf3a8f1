using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Infrastructure.Transactions;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Idempotency;

internal sealed class IdempotencyStore(FlexPriceDbContext context, IDatabaseDialect dialect, CommandAttempt attempt, ICaller caller, TimeProvider clock) : IIdempotencyStore
{
    // A single writer has no conflicts, so nothing is retried.
    public bool LooksFirst => !dialect.LocksRows || !attempt.IsFirst;

    public async Task<RememberedAnswer?> FindAsync(LookupHash key, CancellationToken cancellationToken) =>
        await context.Set<IdempotencyRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.KeyHash == key, cancellationToken) is { } found
            ? new RememberedAnswer(found.Fingerprint, found.Reference)
            : null;

    public void Remember(LookupHash key, LookupHash fingerprint, string reference) => context.Set<IdempotencyRecord>().Add(new IdempotencyRecord
    {
        TenantId = caller.Scope.TenantId,
        EnvironmentId = caller.Scope.EnvironmentId,
        KeyHash = key,
        Fingerprint = fingerprint,
        Reference = reference,
        CreatedAt = clock.GetUtcNow(),
    });
}
