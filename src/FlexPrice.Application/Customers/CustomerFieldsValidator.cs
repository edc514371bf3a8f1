using System.Net.Mail;
using FlexPrice.Application.Abstractions;
using FluentValidation;
using NodaTime;

namespace FlexPrice.Application.Customers;

internal sealed class CustomerFieldsValidator : AbstractValidator<CustomerFields>
{
    public CustomerFieldsValidator()
    {
        RuleFor(fields => fields.Name).Text("name", 255);
        RuleFor(fields => fields.Email).Text("email", 255);
        RuleFor(fields => fields.Email).Must(BeEmail).OverridePropertyName("email").WithMessage("email must be an e-mail address, for example ada@example.com.");
        RuleFor(fields => fields.Contact).Text("contact", 20);
        RuleFor(fields => fields.AddressLine1).Text("address_line1", 255);
        RuleFor(fields => fields.AddressLine2).Text("address_line2", 255);
        RuleFor(fields => fields.AddressCity).Text("address_city", 100);
        RuleFor(fields => fields.AddressState).Text("address_state", 100);
        RuleFor(fields => fields.AddressPostalCode).Text("address_postal_code", 20);
        RuleFor(fields => fields.AddressCountry).Must(code => string.IsNullOrEmpty(code) || CountryCodes.IsAssigned(code))
            .OverridePropertyName("address_country").WithMessage("address_country must be an ISO 3166-1 alpha-2 code in upper case, for example DE.");
        RuleFor(fields => fields.Timezone).Must(zone => string.IsNullOrEmpty(zone) || DateTimeZoneProviders.Tzdb.Ids.Contains(zone))
            .OverridePropertyName("timezone").WithMessage("timezone must be an IANA time zone, for example Europe/Berlin.");
        RuleFor(fields => fields.Metadata).Metadata("metadata");
        RuleFor(fields => fields.ParentCustomerId).Text("parent_customer_id", RequestLimits.Text);
        RuleFor(fields => fields.ParentCustomerExternalId).Text("parent_customer_external_id", 255);
    }

    private static bool BeEmail(string? text) =>
        string.IsNullOrEmpty(text) || (MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal));
}
