using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

internal static class CustomerFieldsExtensions
{
    private static readonly CustomerProfile Unknown = new("", "", null, Address.Empty, "UTC", null);

    public static CustomerProfile ToProfile(this CustomerFields fields) => fields.ApplyTo(Unknown);

    public static CustomerProfile ApplyTo(this CustomerFields fields, CustomerProfile profile) => new(
        fields.Name ?? profile.Name,
        fields.Email ?? profile.Email,
        fields.Contact ?? profile.Contact,
        new Address
        {
            Line1 = fields.AddressLine1 ?? profile.Address.Line1,
            Line2 = fields.AddressLine2 ?? profile.Address.Line2,
            City = fields.AddressCity ?? profile.Address.City,
            State = fields.AddressState ?? profile.Address.State,
            PostalCode = fields.AddressPostalCode ?? profile.Address.PostalCode,
            Country = fields.AddressCountry ?? profile.Address.Country,
        },
        string.IsNullOrEmpty(fields.Timezone) ? profile.Timezone : fields.Timezone,
        fields.Metadata ?? profile.Metadata);
}
