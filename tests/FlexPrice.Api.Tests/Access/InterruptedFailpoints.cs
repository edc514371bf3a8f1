using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Tests.Access;

/// <summary>Something comes between at a step.</summary>
internal sealed class InterruptedFailpoints(string at, Func<Task> interruption) : IFailpoints
{
    public async ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        if (step == at)
        {
            await interruption();
        }
    }
}
