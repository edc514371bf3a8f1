using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Access;

internal static class CallerSetterExtensions
{
    /// <summary>Becomes the system itself, in an environment.</summary>
    public static void SetSystem(this ICallerSetter caller, EnvironmentScope scope) => caller.Set(scope, "", [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
}
