using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Clock;

/// <summary>The database's clock, and the difference of the machine's clock. An embedded database uses the machine's.</summary>
internal sealed class DatabaseClock(IServiceScopeFactory scopes, IDatabaseDialect dialect, DatabaseTime time)
{
    private volatile ClockDifference? _difference;
    private volatile ClockAgreement _agreement = ClockAgreement.None;

    /// <summary>What was measured last; null before that.</summary>
    public ClockDifference? Difference => _difference;

    /// <summary>Whether the machine's clock is off, by the last measurement that left no doubt.</summary>
    public bool Differs => _agreement == ClockAgreement.Off;

    /// <summary>Whether the machine's clock is right, by the last measurement that left no doubt.</summary>
    public bool Agrees => _agreement == ClockAgreement.Right;

    /// <summary>Compares the two clocks, and has the process go by the database's.</summary>
    public async Task<ClockDifference> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sql = scope.ServiceProvider.GetRequiredService<SqlRunner>();
        var context = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>();

        // Opening a connection takes longer than the query. A pooled context would keep it.
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await MeasureAsync(sql, cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private async Task<ClockDifference> MeasureAsync(SqlRunner sql, CancellationToken cancellationToken)
    {
        var asked = time.Machine.GetUtcNow();
        var started = time.Machine.GetTimestamp();
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["@now"] = dialect.Time(asked) };
        var answer = (await sql.QueryAsync("clock.read", parameters, reader => dialect.Time(reader, 0), cancellationToken))[0];
        var halfWay = time.Machine.GetElapsedTime(started) / 2;
        time.Record(answer + halfWay, halfWay);

        var difference = new ClockDifference(asked + halfWay - answer, halfWay);
        _difference = difference;
        _agreement = difference.ExceedsTolerance ? ClockAgreement.Off : difference.IsWithinTolerance ? ClockAgreement.Right : _agreement;
        return difference;
    }

    private enum ClockAgreement
    {
        None,
        Right,
        Off,
    }
}
