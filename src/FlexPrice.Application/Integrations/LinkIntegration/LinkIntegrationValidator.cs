using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Integrations;
using FluentValidation;

namespace FlexPrice.Application.Integrations.LinkIntegration;

internal sealed class LinkIntegrationValidator : AbstractValidator<LinkIntegrationCommand>
{
    private const int MaximumProviderType = 50;

    public LinkIntegrationValidator()
    {
        RuleFor(command => command.EntityType).RequiredOneOf("entity_type", IntegrationMapping.EntityType);
        RuleFor(command => command.EntityId).RequiredText("entity_id", 255);
        RuleFor(command => command.ProviderType).Must(IsProvider)
            .OverridePropertyName("provider_type")
            .WithMessage($"provider_type is required: send 1 to {MaximumProviderType} lower-case letters, digits and underscores, for example stripe; '{Recipient.RefundProvider}' is taken.");
        RuleFor(command => command.ProviderEntityId).RequiredText("provider_entity_id", 255);
    }

    private static bool IsProvider(string? text) =>
        text is { Length: > 0 and <= MaximumProviderType } and not Recipient.RefundProvider
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}
