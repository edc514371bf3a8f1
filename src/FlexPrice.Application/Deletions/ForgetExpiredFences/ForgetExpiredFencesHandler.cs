using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.ForgetExpiredFences;

internal sealed class ForgetExpiredFencesHandler(IFences fences, TimeProvider clock) : ICommandHandler<ForgetExpiredFencesCommand, Result<int>>
{
    public async Task<Result<int>> HandleAsync(ForgetExpiredFencesCommand command, CancellationToken cancellationToken) =>
        await fences.ForgetExpiredAsync(clock.GetUtcNow(), command.Limit, cancellationToken);
}
