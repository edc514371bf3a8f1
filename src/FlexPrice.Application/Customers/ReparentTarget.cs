using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The new parent of the children: <c>child_customers=reparent&amp;child_customers_parent=cust_…</c>.</summary>
internal sealed class ReparentTarget(ICustomerRepository customers) : ICascadeTarget
{
    public string Edge => ChildCustomersEdge.EdgeName;

    public string Parameter => ChildCustomersEdge.ParentParameter;

    public async Task<Result<TargetCustomer>> ResolveAsync(string action, string? sent, CustomerId root, CancellationToken cancellationToken)
    {
        if (action != ChildCustomersEdge.Reparent)
        {
            return sent is null
                ? default(TargetCustomer)
                : CascadeErrors.BadParameter(Parameter, $"Send it together with {Edge}={ChildCustomersEdge.Reparent} only.");
        }

        if (sent is null)
        {
            return CascadeErrors.BadParameter(Parameter, "Name the customer who becomes the parent of the children, for example child_customers_parent=cust_….");
        }

        if (!TypedId.TryParse<CustomerId>(sent, out var id) || await customers.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is not { } parent)
        {
            return CustomerErrors.NewParentNotFound(Parameter, sent);
        }

        if (parent.Status == CustomerStatus.Archived)
        {
            return CustomerErrors.ParentArchived(id);
        }

        var ancestors = await customers.AncestorsAsync(id, cancellationToken);
        return id == root || ancestors.Contains(root)
            ? CascadeErrors.BadParameter(Parameter, "The new parent is the customer itself or stands below it. Name a customer outside of its family.")
            : new TargetCustomer(id);
    }
}
