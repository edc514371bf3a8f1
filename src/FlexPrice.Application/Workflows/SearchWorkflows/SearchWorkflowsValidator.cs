using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;
using FluentValidation;

namespace FlexPrice.Application.Workflows.SearchWorkflows;

internal sealed class SearchWorkflowsValidator : AbstractValidator<SearchWorkflowsQuery>
{
    private const string Customer = "customer";

    public SearchWorkflowsValidator()
    {
        RuleFor(query => query.WorkflowId).Text("workflow_id", RequestLimits.Text);
        RuleFor(query => query.WorkflowType).Text("workflow_type", RequestLimits.Text);
        RuleFor(query => query.EntityId).Text("entity_id", RequestLimits.Text);
        RuleFor(query => query.WorkflowStatus).Must(status => status is null || StatusNamed(status) is not null)
            .OverridePropertyName("workflow_status").WithMessage($"workflow_status must be one of: {string.Join(", ", WireName.All<WorkflowStatus>())}.");
        RuleFor(query => query.Entity).Must(entity => entity is null or "" or Customer)
            .OverridePropertyName("entity").WithMessage($"entity must be one of: {Customer}.");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }

    // FlexPrice takes this one in any case.
    internal static WorkflowStatus? StatusNamed(string name) =>
        WireName.All<WorkflowStatus>().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } exact ? WireName.Parse<WorkflowStatus>(exact) : null;
}
