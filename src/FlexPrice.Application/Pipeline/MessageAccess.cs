using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Pipeline;

/// <summary>Decides whether a caller may send a command or query: it needs the permission, and for a command a tenant that may write.</summary>
public sealed class MessageAccess
{
    private readonly string _permission;
    private readonly bool _writes;

    private MessageAccess(string permission, bool writes)
    {
        _permission = permission;
        _writes = writes;
    }

    /// <summary>The access that the type of a command or query declares. Refused (exception) when it declares none.</summary>
    public static MessageAccess Of(Type message) => new(
        message.GetCustomAttribute<RequiresPermissionAttribute>()?.Permission ?? throw new InvalidOperationException($"{message.Name} names no permission."),
        message.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ICommand<>)));

    /// <summary>Why the caller may not send it, or null.</summary>
    public Error? Refuse(ICaller caller) =>
        !caller.HasPermission(_permission) ? AccessErrors.InsufficientPermissions(_permission) :
        _writes && caller.TenantStatus == TenantStatus.Suspended ? AccessErrors.TenantSuspended() : null;
}
