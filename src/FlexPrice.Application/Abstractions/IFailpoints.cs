namespace FlexPrice.Application.Abstractions;

/// <summary>Places at which a test can hold or kill the process. Does nothing unless the operator of a Development server switched it on.</summary>
public interface IFailpoints
{
    /// <summary>Reaches a step.</summary>
    /// <param name="step">A name from <see cref="Failpoint"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ReachAsync(string step, CancellationToken cancellationToken);
}
