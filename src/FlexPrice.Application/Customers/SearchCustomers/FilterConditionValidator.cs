using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>The limits of a condition. <see cref="SearchCustomersValidator"/> validates its content.</summary>
internal sealed class FilterConditionValidator : AbstractValidator<FilterCondition>
{
    public FilterConditionValidator()
    {
        RuleFor(condition => condition.Field).Text("field", RequestLimits.Text);
        RuleFor(condition => condition.Operator).Text("operator", RequestLimits.Text);
        RuleFor(condition => condition.DataType).Text("data_type", RequestLimits.Text);
        RuleFor(condition => condition.Value!.Text).Text("value.string", RequestLimits.Text).When(condition => condition.Value is not null);
        RuleFor(condition => condition.Value!.Array).Texts("value.array", RequestLimits.FilterValues).When(condition => condition.Value is not null);
    }
}
