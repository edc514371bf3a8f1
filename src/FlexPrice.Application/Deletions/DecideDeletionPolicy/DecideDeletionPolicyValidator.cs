using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Cascade;
using FluentValidation;

namespace FlexPrice.Application.Deletions.DecideDeletionPolicy;

internal sealed class DecideDeletionPolicyValidator : AbstractValidator<DecideDeletionPolicyCommand>
{
    public DecideDeletionPolicyValidator()
    {
        RuleFor(command => command.Edges).NotEmpty().When(command => command.DeletionsPerHour is null)
            .OverridePropertyName("edges").WithMessage("edges is required: name at least one edge with its default action, or send deletions_per_hour.");
        RuleFor(command => command.DeletionsPerHour)
            .Must(limit => limit is null or (>= DeletionPolicy.MinimumDeletionsPerHour and <= DeletionPolicy.MaximumDeletionsPerHour))
            .OverridePropertyName("deletions_per_hour")
            .WithMessage($"deletions_per_hour must be a whole number from {DeletionPolicy.MinimumDeletionsPerHour} to {DeletionPolicy.MaximumDeletionsPerHour}.");
        RuleFor(command => command.Edges).AtMost(RequestLimits.Names, "edges").DependentRules(() => RuleForEach(command => command.Edges).SetValidator(new EdgePolicyValidator()).OverridePropertyName("edges"));
        RuleFor(command => command.Edges).Must(edges => edges is null || edges.DistinctBy(edge => edge.Edge, StringComparer.Ordinal).Count() == edges.Count)
            .OverridePropertyName("edges").WithMessage("edges must name every edge once.");
    }
}
