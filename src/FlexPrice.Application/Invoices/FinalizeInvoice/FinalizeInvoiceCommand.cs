using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.FinalizeInvoice;

/// <summary>Issues a draft under the next number.</summary>
/// <param name="Id">The invoice.</param>
[RequiresPermission(Permission.InvoiceWrite)]
public sealed record FinalizeInvoiceCommand(string Id) : ICommand<CommandResult<InvoiceId>>;
