using FlexPrice.Application.Abstractions;
#if (deletes)
using FlexPrice.Application.Cascade;
#endif
using FluentValidation;

namespace FlexPrice.Application.FeatureName.CommandName;

internal sealed class CommandNameValidator : AbstractValidator<CommandNameCommand>
{
#if (deletes)
    public CommandNameValidator()
    {
        RuleFor(command => command.Id).Named("id");
        RuleFor(command => command.Choices).Choices();
        RuleFor(command => command.PlanDigest).Text(CascadeRequest.PlanDigestParameter, RequestLimits.Text);
    }
#else
    public CommandNameValidator() => RuleFor(command => command.Id).Named("id");
#endif
}
