using FlexPrice.Application.Sample;

namespace FlexPrice.Application.Abstractions;

/// <summary>Brings the database, the operator's key and the sample data into the state that serving needs.</summary>
public interface IDatabaseInitializer
{
    /// <summary>Runs before the server listens. Can run any number of times, and in several processes at once.</summary>
    /// <returns>The sample family, or null without sample data.</returns>
    Task<SampleFamily?> RunAsync(CancellationToken cancellationToken);
}
