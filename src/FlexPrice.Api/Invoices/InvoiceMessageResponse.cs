namespace FlexPrice.Api.Invoices;

/// <summary>Something was done to an invoice.</summary>
/// <param name="Message">What.</param>
internal sealed record InvoiceMessageResponse(string Message);
