using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>The limits of a sort key. <see cref="SearchCustomersValidator"/> validates its content.</summary>
internal sealed class SortKeyValidator : AbstractValidator<SortKey>
{
    public SortKeyValidator()
    {
        RuleFor(key => key.Field).Text("field", RequestLimits.Text);
        RuleFor(key => key.Direction).Text("direction", RequestLimits.Text);
    }
}
