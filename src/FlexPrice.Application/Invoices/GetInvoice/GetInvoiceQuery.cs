using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.GetInvoice;

/// <summary>Reads an invoice. A retained one exists only for callers who may read what is retained.</summary>
/// <param name="Id">The invoice.</param>
[RequiresPermission(Permission.InvoiceRead)]
public sealed record GetInvoiceQuery(string Id) : IQuery<Result<InvoiceView>>;
