using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.UpdateCustomer;

/// <summary>Changes what is known about a customer, archives it or takes it back into business.</summary>
/// <param name="Customer">The customer to change.</param>
/// <param name="ExternalId">The new identifier, null to keep the old.</param>
/// <param name="Fields">What changes.</param>
/// <param name="Status"><c>archived</c>, <c>published</c>, or null to leave it.</param>
[RequiresPermission(Permission.CustomerWrite)]
public sealed record UpdateCustomerCommand(CustomerReference Customer, string? ExternalId, CustomerFields Fields, string? Status)
    : ICommand<CommandResult<CustomerId>>, ICascadingCommand
{
    /// <inheritdoc />
    public CascadeRequest? Cascade => NewStatus switch
    {
        CustomerStatus.Archived => Request(CascadeIntent.Archive),
        CustomerStatus.Published => Request(CascadeIntent.Publish),
        _ => null,
    };

    internal CustomerStatus? NewStatus => WireName.TryParse<CustomerStatus>(Status, out var status) ? status : null;

    private CascadeRequest Request(CascadeIntent intent) => new(Customer, intent, new Dictionary<string, string>()) { NewParent = Fields.Parent };
}
