using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Access.CountKeyDescendants;

internal sealed class CountKeyDescendantsValidator : AbstractValidator<CountKeyDescendantsQuery>
{
    public CountKeyDescendantsValidator() => RuleFor(query => query.Id.Value).Named("id");
}
