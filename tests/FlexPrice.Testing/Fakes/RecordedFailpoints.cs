using FlexPrice.Application.Abstractions;

namespace FlexPrice.Testing.Fakes;

/// <summary>Records the steps in their order, without holding anything.</summary>
internal sealed class RecordedFailpoints : IFailpoints
{
    public IList<string> Steps { get; } = [];

    public ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        Steps.Add(step);
        return ValueTask.CompletedTask;
    }
}
