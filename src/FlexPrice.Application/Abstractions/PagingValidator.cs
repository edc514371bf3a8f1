using FluentValidation;

namespace FlexPrice.Application.Abstractions;

internal sealed class PagingValidator : AbstractValidator<Paging>
{
    public PagingValidator()
    {
        RuleFor(paging => paging.Limit).InclusiveBetween(0, Paging.MaximumLimit).OverridePropertyName("limit")
            .WithMessage($"limit must be between 1 and {Paging.MaximumLimit}.");
        RuleFor(paging => paging.Offset).GreaterThanOrEqualTo(0).OverridePropertyName("offset")
            .WithMessage("offset must be 0 or more.");
    }
}
