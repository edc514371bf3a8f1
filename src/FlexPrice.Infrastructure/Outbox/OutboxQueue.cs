using System.Globalization;
using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Claims, settles and releases rows of the outbox. Only the holder of a row's token may settle it.</summary>
internal sealed class OutboxQueue(FlexPriceDbContext context, IWriterGate gate, SqlRunner sql, IDatabaseDialect dialect, FlexPriceSettings settings, TimeProvider clock)
{
    // No statement locks a whole table because it locks many rows.
    internal const int LargestBatch = 1000;

    /// <summary>Claims due rows of a lane. Skips rows behind an unfinished row of the same ordering and customer (also a given up one), and rows of channels in use that this process does not have. Claims none when the permit to write was not free in time.</summary>
    /// <param name="lane">The kind of work.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="running">The rows that the caller is still running. Their leases may have expired: a busy single writer delays renewals too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(ReactionLane lane, int limit, IEnumerable<long> running, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return [];
        }

        // One token for all tries: what a try has claimed without hearing of it belongs to the next one.
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var isAnotherTry = false;
        var claimed = await RetryingAsync(
            async stopping =>
            {
                var unheardOf = isAnotherTry ? await LeasedAsync(All().Where(message => message.Lane == lane && message.LeaseToken == token)) : [];
                isAnotherTry = true;
                return unheardOf.Count > 0 || await ClaimAsync(token, lane, limit, running, stopping) is not { Count: > 0 } sequences
                    ? unheardOf
                    : await LeasedAsync(All().Where(message => sequences.Contains(message.Sequence) && message.LeaseToken == token));
            },
            cancellationToken);
        return await ReleaseUnservedAsync(claimed);
    }

    /// <summary>Removes a row whose reaction is done. Waits for the permit to write without a timeout: an unrecorded reaction would be run again.</summary>
    /// <returns>False when another worker has claimed the row.</returns>
    public async Task<bool> SettleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterWithoutTimeoutAsync(cancellationToken);
        return await RetryingAsync(Leased(message).ExecuteDeleteAsync, cancellationToken) == 1;
    }

    /// <summary>Holds a claim for longer.</summary>
    /// <returns>False when another worker has claimed the row.</returns>
    public async Task<bool> RenewAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterWithoutTimeoutAsync(cancellationToken);
        return await ExecuteLeasedAsync("outbox.renew", message, [("@lease", Milliseconds(settings.OutboxLease))], cancellationToken) == 1;
    }

    /// <summary>Releases a row whose reaction failed, for a later attempt. After too many attempts it counts as given up and is reported, but is still retried.</summary>
    /// <returns>Whether it counts as given up.</returns>
    public Task<bool> RetryLaterAsync(OutboxMessage message, string error, double jitter, CancellationToken cancellationToken) => RetryLaterAsync(message, error, askedFor: null, jitter, cancellationToken);

    /// <inheritdoc cref="RetryLaterAsync(OutboxMessage, string, double, CancellationToken)" />
    /// <param name="message">The row.</param>
    /// <param name="error">The type of the failure.</param>
    /// <param name="askedFor">The delay that the receiver requested; null for none.</param>
    /// <param name="jitter">From 0 to 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> RetryLaterAsync(OutboxMessage message, string error, TimeSpan? askedFor, double jitter, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterWithoutTimeoutAsync(cancellationToken);
        var attempts = message.Attempts + 1;
        var givenUp = OutboxOptions.IsGivenUpAfter(attempts);
        (string, object?)[] failure = [("@attempts", attempts), ("@delay", Milliseconds(OutboxOptions.DelayAfter(attempts, askedFor, jitter))), ("@error", error)];
        await RetryingAsync(stopping => ExecuteLeasedAsync(givenUp ? "outbox.give_up" : "outbox.give_back", message, failure, stopping), cancellationToken);
        return givenUp;
    }

    /// <summary>Gives a row back that was not tried to the end, because the process stops. The attempt does not count.</summary>
    public async Task ReleaseAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterWithoutTimeoutAsync(cancellationToken);
        await RetryingAsync(stopping => ReleaseAsync(Leased(message), stopping), cancellationToken);
    }

    /// <summary>Takes over what an earlier process has left claimed. Only where one process at a time works on the database; elsewhere it does nothing.</summary>
    public async Task ReleaseLeasesOfFormerProcessAsync(CancellationToken cancellationToken)
    {
        if (dialect.IsOfOneProcess)
        {
            using var turn = await gate.EnterWithoutTimeoutAsync(cancellationToken);
            await ReleaseAsync(All().Where(message => message.LeaseToken != null), cancellationToken);
        }
    }

    /// <summary>Has rows of a lane tried at once that wait because of a failure that is over.</summary>
    /// <param name="lane">The kind of work.</param>
    /// <param name="error">The type of that failure, as <see cref="RetryLaterAsync(OutboxMessage, string, double, CancellationToken)"/> noted it. What failed otherwise keeps its delay.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task MakeDueNowAsync(ReactionLane lane, string error, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterWithoutTimeoutAsync(cancellationToken);
        int hastened;
        do
        {
            hastened = await RetryingAsync(
                stopping => ExecuteAsync("outbox.hasten", [("@lane", StoredName.Of(lane)), ("@error", error), ("@limit", LargestBatch)], stopping),
                cancellationToken);
        }
        while (hastened == LargestBatch);
    }

    // A channel that has come into use since the rows were claimed: they are for a process that has it.
    private async Task<IReadOnlyList<OutboxMessage>> ReleaseUnservedAsync(List<OutboxMessage> claimed)
    {
        var strays = claimed.Where(message => !message.IsForNobody && Missing.Contains(message.Line)).Select(message => message.Sequence).ToList();
        if (strays.Count == 0)
        {
            return claimed;
        }

        var token = claimed[0].LeaseToken;
        await RetryingAsync(stopping => ReleaseAsync(All().Where(row => strays.Contains(row.Sequence) && row.LeaseToken == token), stopping), CancellationToken.None);
        return [.. claimed.Where(message => !strays.Contains(message.Sequence))];
    }

    private IEnumerable<string> Missing => settings.Channels.Where(channel => channel.IsMissing).Select(channel => channel.Name);

    private IEnumerable<string> NotServed => settings.Channels.Where(channel => channel.IsNotServed).Select(channel => channel.Name);

    // Found by their keys, regardless of other waiting rows.
    private Task<IReadOnlyList<long>> ClaimAsync(string token, ReactionLane lane, int limit, IEnumerable<long> running, CancellationToken cancellationToken) => sql.QueryAsync(
        "outbox.claim",
        WithCurrentTime(
        [
            ("@token", token),
            ("@lease", Milliseconds(settings.OutboxLease)),
            ("@lane", StoredName.Of(lane)),
            ("@limit", limit),
            ("@missing", dialect.Ids(Missing)),
            ("@barred", dialect.Ids(NotServed)),
            ("@running", dialect.Ids(running.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)))),
        ]),
        reader => reader.GetInt64(0),
        cancellationToken);

    private Task<int> ExecuteLeasedAsync(string statement, OutboxMessage message, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken) =>
        ExecuteAsync(statement, [("@sequence", message.Sequence), ("@token", message.LeaseToken), .. parameters], cancellationToken);

    private Task<int> ExecuteAsync(string statement, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken) =>
        sql.ExecuteAsync(statement, WithCurrentTime(parameters), cancellationToken);

    // Only an embedded database receives the time as a parameter: it is the process's own.
    private Dictionary<string, object?> WithCurrentTime(IEnumerable<(string Name, object? Value)> parameters) =>
        parameters.Append((Name: "@now", Value: dialect.Time(clock.GetUtcNow()))).ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);

    private static int Milliseconds(TimeSpan time) => (int)time.TotalMilliseconds;

    private static Task<int> ReleaseAsync(IQueryable<OutboxMessage> rows, CancellationToken cancellationToken) => rows.ExecuteUpdateAsync(
        row => row
            .SetProperty(held => held.LeaseToken, (string?)null)
            .SetProperty(held => held.LeasedUntil, (DateTimeOffset?)null),
        cancellationToken);

    // The rows are leased: also a cancelled caller must receive them, to release them.
    private async Task<List<OutboxMessage>> LeasedAsync(IQueryable<OutboxMessage> rows)
    {
        var held = await rows.AsNoTracking()
            .OrderBy(message => message.Sequence)
            .Select(message => new { Message = message, IsUsed = context.Set<Channel>().Any(channel => channel.Name == message.Line) })
            .ToListAsync(CancellationToken.None);
        foreach (var row in held)
        {
            row.Message.IsForNobody = !row.IsUsed && settings.Channels.Any(channel => channel.Name == row.Message.Line);
        }

        return held.ConvertAll(row => row.Message);
    }

    // A row is identified by its lease token, so a retry has no second effect.
    private Task<T> RetryingAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) => dialect.Retrying(context).ExecuteAsync(work, cancellationToken);

    private IQueryable<OutboxMessage> All() => context.Set<OutboxMessage>().IgnoreQueryFilters();

    private IQueryable<OutboxMessage> Leased(OutboxMessage message) =>
        All().Where(row => row.Sequence == message.Sequence && row.LeaseToken == message.LeaseToken);
}
