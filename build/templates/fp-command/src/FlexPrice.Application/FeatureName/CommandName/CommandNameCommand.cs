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
#endif
#if (body)
/// <param name="Note">What somebody wrote about it, at most 1000 characters.</param>
#endif
[RequiresPermission("todo:write")]
#if (deletes && body)
public sealed record CommandNameCommand(string Id, IReadOnlyDictionary<string, string> Choices, string? PlanDigest, string? Note)
#elseif (deletes)
public sealed record CommandNameCommand(string Id, IReadOnlyDictionary<string, string> Choices, string? PlanDigest)
#elseif (cascades && body)
public sealed record CommandNameCommand(string Id, string? Note) : ICommand<CommandResult<CustomerId>>, ICascadingCommand
#elseif (cascades)
public sealed record CommandNameCommand(string Id) : ICommand<CommandResult<CustomerId>>, ICascadingCommand
#elseif (body)
public sealed record CommandNameCommand(string Id, string? Note) : ICommand<CommandResult<CustomerId>>;
#else
public sealed record CommandNameCommand(string Id) : ICommand<CommandResult<CustomerId>>;
#endif
#if (deletes)
    : ICommand<CommandResult<CustomerId>>, ICascadingCommand
#endif
#if (cascades)
{
    /// <inheritdoc />
#endif
#if (deletes)
    public CascadeRequest Cascade => new(new CustomerReference(Id), CascadeIntent.IntentName, Choices, PlanDigest);
#elseif (cascades)
    public CascadeRequest Cascade => new(new CustomerReference(Id), CascadeIntent.IntentName, new Dictionary<string, string>());
#endif
#if (cascades)
}
#endif
