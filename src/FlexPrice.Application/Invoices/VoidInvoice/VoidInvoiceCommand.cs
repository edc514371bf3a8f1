using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.VoidInvoice;

/// <summary>Takes an invoice back for which nothing was paid.</summary>
/// <param name="Id">The invoice.</param>
[RequiresPermission(Permission.InvoiceWrite)]
public sealed record VoidInvoiceCommand(string Id) : ICommand<CommandResult<InvoiceId>>;
