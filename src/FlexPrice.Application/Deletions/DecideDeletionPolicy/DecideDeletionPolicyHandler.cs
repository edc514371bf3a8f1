using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.DecideDeletionPolicy;

internal sealed class DecideDeletionPolicyHandler(IRepository<DeletionPolicy> policies, CascadeEdges edges, ICaller caller, TimeProvider clock)
    : ICommandHandler<DecideDeletionPolicyCommand, CommandResult<EnvironmentId>>
{
    public async Task<CommandResult<EnvironmentId>> HandleAsync(DecideDeletionPolicyCommand command, CancellationToken cancellationToken)
    {
        var change = caller.ChangeNow(clock);
        var policy = await policies.FirstOrDefaultAsync(new DeletionPolicyOfEnvironment(), cancellationToken)
            ?? await policies.AddAsync(DeletionPolicy.Undecided(caller.Scope, change), cancellationToken);
        return policy.Decide(command.Edges, edges.ActionsFor(CascadeIntent.Delete), change, command.DeletionsPerHour) is { } refused
            ? refused
            : caller.Scope.EnvironmentId;
    }
}
