using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Invoices.SearchInvoices;

/// <summary>Invoices that match a search, the newest first, with their lines. Retained ones have no customer and are never found.</summary>
internal sealed class InvoicesMatching : Specification<Invoice>
{
    public InvoicesMatching(SearchInvoicesQuery query, CustomerId? holderOfExternalId)
    {
        Query.Where(invoice => invoice.DeletionId == null);
        RestrictOwner(query, holderOfExternalId);
        RestrictState(query);
        if (query.AmountDueAbove is { } due)
        {
            Query.Where(invoice => invoice.Amounts.Due > due);
        }

        if (query.AmountRemainingAbove is { } remaining)
        {
            Query.Where(invoice => invoice.Amounts.Remaining > remaining);
        }

        if (!query.SkipLineItems)
        {
            Query.Include(invoice => invoice.LineItems);
        }

        Query.OrderByDescending(invoice => invoice.CreatedAt)
            .ThenByDescending(invoice => invoice.Id)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }

    // An id of another kind matches no customer.
    private void RestrictOwner(SearchInvoicesQuery query, CustomerId? holderOfExternalId)
    {
        if (!string.IsNullOrEmpty(query.CustomerId))
        {
            var customer = query.CustomerId.Id<CustomerId>();
            Query.Where(invoice => invoice.CustomerId == customer);
        }

        if (holderOfExternalId is { } holder)
        {
            Query.Where(invoice => invoice.CustomerId == holder);
        }

        if (!string.IsNullOrEmpty(query.SubscriptionId))
        {
            var subscription = query.SubscriptionId.Id<SubscriptionId>();
            Query.Where(invoice => invoice.SubscriptionId == subscription);
        }

        if (query.InvoiceIds is { Count: > 0 } invoiceIds)
        {
            var ids = invoiceIds.Ids<InvoiceId>();
            Query.Where(invoice => ids.Contains(invoice.Id));
        }
    }

    private void RestrictState(SearchInvoicesQuery query)
    {
        if (query.Statuses is { Count: > 0 } statusNames)
        {
            var statuses = statusNames.Distinct(WireName.Parse<InvoiceStatus>);
            Query.Where(invoice => statuses.Contains(invoice.Status));
        }

        if (query.PaymentStatuses is { Count: > 0 } paymentNames)
        {
            var statuses = paymentNames.Distinct(WireName.Parse<PaymentStatus>);
            Query.Where(invoice => statuses.Contains(invoice.PaymentStatus));
        }

        if (query.InvoiceType is { } typeName)
        {
            var type = WireName.Parse<InvoiceType>(typeName);
            Query.Where(invoice => invoice.Type == type);
        }
    }
}
