using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Access.ListApiKeys;

internal sealed class ListApiKeysValidator : AbstractValidator<ListApiKeysQuery>
{
    public ListApiKeysValidator()
    {
        RuleFor(query => query.Status).OneOf("status", WireName.All<ApiKeyStatus>());
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
