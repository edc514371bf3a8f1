using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.DeleteCustomer;

/// <summary>Removes a customer and its dependents for good, as the policy says.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Choices">The actions that the request chose, keyed by edge.</param>
/// <param name="PlanDigest">The digest of the plan that the caller confirmed, null when none.</param>
[RequiresPermission(Permission.CustomerWrite)]
public sealed record DeleteCustomerCommand(string Id, IReadOnlyDictionary<string, string> Choices, string? PlanDigest)
    : ICommand<CommandResult<DeletionId>>, ICascadingCommand
{
    /// <inheritdoc />
    public CascadeRequest Cascade => new(new CustomerReference(Id), CascadeIntent.Delete, Choices, PlanDigest) { TakesPlanDigest = true };
}
