using FlexPrice.Application.Abstractions;

namespace FlexPrice.Testing.Fakes;

/// <summary>Holds nobody up and remembers the steps in their order.</summary>
internal sealed class RecordedFailpoints : IFailpoints
{
    public IList<string> Steps { get; } = [];

    public ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        Steps.Add(step);
        return ValueTask.CompletedTask;
    }
}
