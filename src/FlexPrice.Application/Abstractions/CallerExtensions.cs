using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

internal static class CallerExtensions
{
    public static Change ChangeNow(this ICaller caller, TimeProvider clock) => new(clock.GetUtcNow(), caller.ActorId);

    /// <summary>Whether one of the caller's roles permits something.</summary>
    public static bool HasPermission(this ICaller caller, string permission) => caller.Roles.Any(role => Role.Permits(role, permission));
}
