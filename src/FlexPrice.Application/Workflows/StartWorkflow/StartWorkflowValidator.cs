using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FluentValidation;

namespace FlexPrice.Application.Workflows.StartWorkflow;

internal sealed class StartWorkflowValidator : AbstractValidator<StartWorkflowCommand>
{
    public StartWorkflowValidator()
    {
        RuleFor(command => command.Customer).Inline(new CustomerReferenceValidator());
        RuleFor(command => command.WorkflowType).RequiredText("workflow_type", 255);
    }
}
