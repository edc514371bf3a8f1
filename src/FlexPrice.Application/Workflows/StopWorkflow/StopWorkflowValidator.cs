using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Workflows.StopWorkflow;

internal sealed class StopWorkflowValidator : AbstractValidator<StopWorkflowCommand>
{
    public StopWorkflowValidator() => RuleFor(command => command.Id).Named("id");
}
