using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKeyCommand>
{
    public CreateApiKeyValidator(TimeProvider clock)
    {
        RuleFor(command => command.Name).RequiredText("name", 255);
        RuleFor(command => command.Type).OneOf("type", WireName.All<ApiKeyType>());
        RuleFor(command => command.ExpiresAt).Must(at => at is null || at > clock.GetUtcNow())
            .OverridePropertyName("expires_at").WithMessage("expires_at must lie in the future; leave it out for a key that expires when yours does, or never.");
        RuleFor(command => command.Roles)
            .Must(roles => roles is null || (roles.Count is > 0 and <= RequestLimits.Names && roles.All(role => Role.All.Contains(role, StringComparer.Ordinal))))
            .OverridePropertyName("roles")
            .WithMessage($"roles must name at least one and at most {RequestLimits.Names} of: {string.Join(", ", Role.All)}. Leave it out for the roles of your own key, or, with type {WireName.Of(ApiKeyType.PublishableKey)}, for {Role.EventIngestor}.");
        RuleFor(command => command.ServiceAccountId).Must(account => account is null)
            .OverridePropertyName("service_account_id").WithMessage("There are no service accounts here: leave service_account_id out, and name what the key may do in roles.");
    }
}
