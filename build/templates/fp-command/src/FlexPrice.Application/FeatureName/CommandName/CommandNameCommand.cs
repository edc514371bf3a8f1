using FlexPrice.Application.Abstractions;
#if (cascades)
using FlexPrice.Application.Cascade;
#endif
using FlexPrice.Application.Pipeline;
#if (cascades)
using FlexPrice.Domain.Cascade;
#endif
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.FeatureName.CommandName;

/// <summary>TODO: what it does to a customer.</summary>
/// <param name="Id">The customer.</param>
#if (deletes)
/// <param name="Choices">The actions that the request chose, keyed by edge.</param>
/// <param name="PlanDigest">The digest of the plan that the caller confirmed, null when none.</param>
[RequiresPermission("todo:write")]
public sealed record CommandNameCommand(string Id, IReadOnlyDictionary<string, string> Choices, string? PlanDigest)
    : ICommand<CommandResult<CustomerId>>, ICascadingCommand
{
    /// <inheritdoc />
    public CascadeRequest Cascade => new(new CustomerReference(Id), CascadeIntent.IntentName, Choices, PlanDigest);
}
#elseif (cascades)
[RequiresPermission("todo:write")]
public sealed record CommandNameCommand(string Id) : ICommand<CommandResult<CustomerId>>, ICascadingCommand
{
    /// <inheritdoc />
    public CascadeRequest Cascade => new(new CustomerReference(Id), CascadeIntent.IntentName, new Dictionary<string, string>());
}
#else
[RequiresPermission("todo:write")]
public sealed record CommandNameCommand(string Id) : ICommand<CommandResult<CustomerId>>;
#endif
