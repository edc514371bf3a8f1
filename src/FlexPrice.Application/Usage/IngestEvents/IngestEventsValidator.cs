using FluentValidation;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class IngestEventsValidator : AbstractValidator<IngestEventsCommand>
{
    private const int MaximumEvents = 1000;

    public IngestEventsValidator()
    {
        RuleFor(command => command.Events).Must(events => events is { Count: >= 1 and <= MaximumEvents })
            .OverridePropertyName("events").WithMessage($"events is required: send 1 to {MaximumEvents} events.");
        RuleForEach(command => command.Events)
            .NotNull().WithMessage("An event must not be null.")
            .SetValidator(new EventToIngestValidator())
            .OverridePropertyName("events");
    }
}
