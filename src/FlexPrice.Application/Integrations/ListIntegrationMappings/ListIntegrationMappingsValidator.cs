using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Integrations;
using FluentValidation;

namespace FlexPrice.Application.Integrations.ListIntegrationMappings;

internal sealed class ListIntegrationMappingsValidator : AbstractValidator<ListIntegrationMappingsQuery>
{
    public ListIntegrationMappingsValidator()
    {
        RuleFor(query => query.EntityType).RequiredOneOf("entity_type", IntegrationMapping.EntityType);
        RuleFor(query => query.EntityIds).Ids("entity_id");
        RuleFor(query => query.EntityIds).Must(ids => ids.All(id => !string.IsNullOrEmpty(id)))
            .OverridePropertyName("entity_id").WithMessage("entity_id is required.");
    }
}
