using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Diagnostics;

internal sealed class NoFailpoints : IFailpoints
{
    public ValueTask ReachAsync(string step, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
