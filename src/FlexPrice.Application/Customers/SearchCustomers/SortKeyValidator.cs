using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>How much a sort key may say. What it says is judged as a whole, by <see cref="SearchCustomersValidator"/>.</summary>
internal sealed class SortKeyValidator : AbstractValidator<SortKey>
{
    public SortKeyValidator()
    {
        RuleFor(key => key.Field).Text("field", RequestLimits.Text);
        RuleFor(key => key.Direction).Text("direction", RequestLimits.Text);
    }
}
