using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Usage.SearchEvents;

internal sealed class SearchEventsValidator : AbstractValidator<SearchEventsQuery>
{
    public SearchEventsValidator()
    {
        RuleFor(query => query.ExternalCustomerId).Text("external_customer_id", RequestLimits.Text);
        RuleFor(query => query.EventName).Text("event_name", RequestLimits.Text);
        RuleFor(query => query.EventId).Text("event_id", RequestLimits.Text);
        RuleFor(query => query.From).Time("start_time");
        RuleFor(query => query.To).Time("end_time");
        RuleFor(query => query.From).Must((query, from) => from is null || query.To is null || from <= query.To)
            .OverridePropertyName("start_time").WithMessage("start_time must not be later than end_time.");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
