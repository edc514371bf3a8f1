using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.GetInvoice;

/// <summary>Reads an invoice. A retained one is visible only with the permission to read retained data.</summary>
/// <param name="Id">The invoice.</param>
[RequiresPermission(Permission.InvoiceRead)]
public sealed record GetInvoiceQuery(string Id) : IQuery<Result<InvoiceView>>;
