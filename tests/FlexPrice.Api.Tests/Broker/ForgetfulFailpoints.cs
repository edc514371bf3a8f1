using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Tests.Broker;

/// <summary>As if the process died between a reaction and the note that it is done.</summary>
internal sealed class ForgetfulFailpoints : IFailpoints
{
    public bool Forgets { get; set; }

    public ValueTask ReachAsync(string step, CancellationToken cancellationToken) =>
        Forgets && step == Failpoint.ReactionDone ? throw new IOException("The process died.") : ValueTask.CompletedTask;
}
