using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

internal static class CallerExtensions
{
    public static Change ChangeNow(this ICaller caller, TimeProvider clock) => new(clock.GetUtcNow(), caller.ActorId);
}
