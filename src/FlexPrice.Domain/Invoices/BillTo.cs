using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>The addressee of an invoice, as the customer was when it was issued. Empty while it is a draft and after it was sealed.</summary>
public sealed record BillTo
{
    /// <summary>No addressee.</summary>
    public static BillTo Empty { get; } = new();

    /// <summary>The customer's name, at most 255 characters.</summary>
    [PersonalData(PersonalDataCategory.Contact)]
    public string Name { get; init; } = "";

    /// <summary>The customer's e-mail address.</summary>
    [PersonalData(PersonalDataCategory.Contact)]
    public string Email { get; init; } = "";

    /// <summary>The customer's postal address.</summary>
    public Address Address { get; init; } = Address.Empty;

    /// <summary>The customer as it is now.</summary>
    /// <param name="customer">The customer.</param>
    public static BillTo Of(Customer customer) => new() { Name = customer.Name, Email = customer.Email, Address = customer.Address };
}
