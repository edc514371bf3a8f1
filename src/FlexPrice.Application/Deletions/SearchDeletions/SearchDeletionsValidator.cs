using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FluentValidation;

namespace FlexPrice.Application.Deletions.SearchDeletions;

internal sealed class SearchDeletionsValidator : AbstractValidator<SearchDeletionsQuery>
{
    public SearchDeletionsValidator()
    {
        RuleFor(query => query.CustomerId).Text("customer_id", RequestLimits.Text);
        RuleFor(query => query.State).OneOf("state", [.. States.Keys]);
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }

    internal static IReadOnlyDictionary<string, DeletionState> States { get; } = new Dictionary<string, DeletionState>(StringComparer.Ordinal)
    {
        ["cleaning"] = DeletionState.Cleaning,
        ["telling"] = DeletionState.Telling,
        ["verifying"] = DeletionState.Verifying,
        ["completed"] = DeletionState.Completed,
        ["failed_verification"] = DeletionState.FailedVerification,
    };
}
