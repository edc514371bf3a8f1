using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Invoices.SearchInvoices;

internal sealed class SearchInvoicesValidator : AbstractValidator<SearchInvoicesQuery>
{
    public SearchInvoicesValidator()
    {
        RuleFor(query => query.InvoiceIds).Ids("invoice_ids");
        RuleFor(query => query.CustomerId).Text("customer_id", RequestLimits.Text);
        RuleFor(query => query.ExternalCustomerId).Text("external_customer_id", RequestLimits.Text);
        RuleFor(query => query.SubscriptionId).Text("subscription_id", RequestLimits.Text);
        RuleFor(query => query.Statuses).AllOneOf("invoice_status", WireName.All<InvoiceStatus>());
        RuleFor(query => query.PaymentStatuses).AllOneOf("payment_status", WireName.All<PaymentStatus>());
        RuleFor(query => query.InvoiceType).OneOf("invoice_type", WireName.All<InvoiceType>());
        RuleFor(query => query.AmountDueAbove).Amount("amount_due_gt");
        RuleFor(query => query.AmountRemainingAbove).Amount("amount_remaining_gt");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
