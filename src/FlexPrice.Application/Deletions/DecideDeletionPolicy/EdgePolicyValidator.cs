using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Deletions.DecideDeletionPolicy;

internal sealed class EdgePolicyValidator : AbstractValidator<EdgePolicy>
{
    public EdgePolicyValidator()
    {
        RuleFor(policy => policy.Edge).RequiredOneOf("edge", [.. CascadeOrder.Edges]);
        RuleFor(policy => policy.Default).Text("default", RequestLimits.Text);
        RuleFor(policy => policy.AllowedOverrides).Texts("allowed_overrides", RequestLimits.Names);
        RuleFor(policy => policy.Default).NotEmpty()
            .OverridePropertyName("default").WithHint($"default is required: name one of the edge's actions, which {Operation.GetDeletionPolicy} lists.");
    }
}
