using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention.DecideRetentionPolicy;

internal sealed class DecideRetentionPolicyHandler(IRepository<RetentionPolicy> policies, ICaller caller, TimeProvider clock)
    : ICommandHandler<DecideRetentionPolicyCommand, CommandResult<EnvironmentId>>
{
    public async Task<CommandResult<EnvironmentId>> HandleAsync(DecideRetentionPolicyCommand command, CancellationToken cancellationToken)
    {
        var change = caller.ChangeNow(clock);
        var policy = await policies.FirstOrDefaultAsync(new RetentionPolicyOfEnvironment(), cancellationToken)
            ?? await policies.AddAsync(RetentionPolicy.Undecided(caller.Scope, change), cancellationToken);
        policy.Decide(command.Years!.Value, change);
        return caller.Scope.EnvironmentId;
    }
}
