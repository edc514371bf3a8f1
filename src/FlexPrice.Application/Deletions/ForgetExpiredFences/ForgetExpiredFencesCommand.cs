using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.ForgetExpiredFences;

/// <summary>Removes the fences that have expired, so that nothing is left of an external id. Answers how many were removed.</summary>
/// <param name="Limit">How many at most, 1 to <see cref="MaximumLimit"/>.</param>
[RequiresPermission(Permission.CustomerWrite)]
public sealed record ForgetExpiredFencesCommand(int Limit) : ICommand<Result<int>>
{
    /// <summary>The most that one transaction removes.</summary>
    public const int MaximumLimit = 1000;
}
