using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.FeatureName.CommandName;

internal sealed class CommandNameValidator : AbstractValidator<CommandNameCommand>
{
#if (deletes || body)
    public CommandNameValidator()
    {
        RuleFor(command => command.Id).Named("id");
#if (deletes)
        RuleFor(command => command.Choices).Choices();
        RuleFor(command => command.PlanDigest).PlanDigest();
#endif
#if (body)
        RuleFor(command => command.Note).RequiredText("note", RequestLimits.Prose);
#endif
    }
#else
    public CommandNameValidator() => RuleFor(command => command.Id).Named("id");
#endif
}
