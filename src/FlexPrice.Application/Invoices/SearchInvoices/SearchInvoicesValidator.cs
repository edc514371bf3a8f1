using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Invoices.SearchInvoices;

internal sealed class SearchInvoicesValidator : AbstractValidator<SearchInvoicesQuery>
{
    public SearchInvoicesValidator()
    {
        RuleFor(query => query.InvoiceIds).ShortList("invoice_ids");
        RuleFor(query => query.Statuses).Must(names => AllIn(names, InvoiceValues.Statuses.Keys))
            .OverridePropertyName("invoice_status").WithMessage($"invoice_status must be a list of: {string.Join(", ", InvoiceValues.Statuses.Keys)}.");
        RuleFor(query => query.PaymentStatuses).Must(names => AllIn(names, InvoiceValues.PaymentStatuses.Keys))
            .OverridePropertyName("payment_status").WithMessage($"payment_status must be a list of: {string.Join(", ", InvoiceValues.PaymentStatuses.Keys)}.");
        RuleFor(query => query.InvoiceType).OneOf("invoice_type", [.. InvoiceValues.Types.Keys]);
        RuleFor(query => query.AmountDueAbove).Amount("amount_due_gt");
        RuleFor(query => query.AmountRemainingAbove).Amount("amount_remaining_gt");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }

    private static bool AllIn(IReadOnlyList<string>? names, IEnumerable<string> known) => names is null || names.All(name => name is not null && known.Contains(name, StringComparer.Ordinal));
}
