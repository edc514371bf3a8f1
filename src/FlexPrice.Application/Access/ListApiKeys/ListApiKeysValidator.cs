using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FluentValidation;

namespace FlexPrice.Application.Access.ListApiKeys;

internal sealed class ListApiKeysValidator : AbstractValidator<ListApiKeysQuery>
{
    internal const string Published = "published";

    public ListApiKeysValidator()
    {
        RuleFor(query => query.Status).OneOf("status", [.. States.Keys]);
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }

    internal static IReadOnlyDictionary<string, ApiKeyStatus> States { get; } = new Dictionary<string, ApiKeyStatus>(StringComparer.Ordinal)
    {
        [Published] = ApiKeyStatus.Published,
        ["deleted"] = ApiKeyStatus.Deleted,
    };
}
