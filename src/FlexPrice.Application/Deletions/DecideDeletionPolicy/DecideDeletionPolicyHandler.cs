using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.DecideDeletionPolicy;

internal sealed class DecideDeletionPolicyHandler(IRepository<CascadePolicy> policies, CascadeEdges edges, ICaller caller, TimeProvider clock)
    : ICommandHandler<DecideDeletionPolicyCommand, CommandResult<EnvironmentId>>
{
    public async Task<CommandResult<EnvironmentId>> HandleAsync(DecideDeletionPolicyCommand command, CancellationToken cancellationToken)
    {
        var change = caller.ChangeNow(clock);
        var policy = await policies.FirstOrDefaultAsync(new CascadePolicyOfEnvironment(), cancellationToken)
            ?? await policies.AddAsync(CascadePolicy.Undecided(caller.Scope, change), cancellationToken);
        return policy.Decide(command.Edges, edges.ActionsFor(CascadeIntent.Delete), change, command.DeletionsPerHour) is { } refused
            ? refused
            : caller.Scope.EnvironmentId;
    }
}
