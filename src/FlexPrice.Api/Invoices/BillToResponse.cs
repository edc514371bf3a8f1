using FlexPrice.Domain.Invoices;

namespace FlexPrice.Api.Invoices;

/// <summary>The addressee of an invoice.</summary>
internal sealed record BillToResponse
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string AddressLine1 { get; init; }

    public required string AddressLine2 { get; init; }

    public required string AddressCity { get; init; }

    public required string AddressState { get; init; }

    public required string AddressPostalCode { get; init; }

    public required string AddressCountry { get; init; }

    public static BillToResponse Of(BillTo billTo) => new()
    {
        Name = billTo.Name,
        Email = billTo.Email,
        AddressLine1 = billTo.Address.Line1,
        AddressLine2 = billTo.Address.Line2,
        AddressCity = billTo.Address.City,
        AddressState = billTo.Address.State,
        AddressPostalCode = billTo.Address.PostalCode,
        AddressCountry = billTo.Address.Country,
    };
}
