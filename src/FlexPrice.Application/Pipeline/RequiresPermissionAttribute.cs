namespace FlexPrice.Application.Pipeline;

/// <summary>The permission that a command or query needs, <c>entity:action</c>. Every one has exactly one.</summary>
/// <param name="permission">For example <c>customer:write</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPermissionAttribute(string permission) : Attribute
{
    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;
}
