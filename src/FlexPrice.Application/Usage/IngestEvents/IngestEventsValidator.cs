using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class IngestEventsValidator : AbstractValidator<IngestEventsCommand>
{
    public IngestEventsValidator()
    {
        RuleFor(command => command.Events).Must(events => events is { Count: >= 1 and <= RequestLimits.Events })
            .OverridePropertyName("events").WithMessage($"events is required: send at least 1 and at most {RequestLimits.Events} events.")
            .DependentRules(() => RuleForEach(command => command.Events)
                .NotNull().WithMessage("An event must not be null.")
                .SetValidator(new EventToIngestValidator())
                .OverridePropertyName("events"));
    }
}
