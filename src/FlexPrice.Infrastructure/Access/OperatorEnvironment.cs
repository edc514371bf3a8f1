using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Access;

/// <summary>The operator's environment with the operator's keys. The scope's caller becomes the system in it.</summary>
internal sealed class OperatorEnvironment(DefaultEnvironment environment, BootstrapKeys keys, ICallerSetter caller)
{
    /// <summary>Creates or checks both. Only under the start lock.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var scope = await environment.EnsureAsync(cancellationToken);
        caller.SetSystem(scope);
        await keys.EnsureAsync(scope, cancellationToken);
    }
}
