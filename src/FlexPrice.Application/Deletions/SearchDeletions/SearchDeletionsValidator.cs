using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Deletions.SearchDeletions;

internal sealed class SearchDeletionsValidator : AbstractValidator<SearchDeletionsQuery>
{
    public SearchDeletionsValidator()
    {
        RuleFor(query => query.CustomerId).Text("customer_id", RequestLimits.Text);
        RuleFor(query => query.State).OneOf("state", WireName.All<DeletionState>());
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
