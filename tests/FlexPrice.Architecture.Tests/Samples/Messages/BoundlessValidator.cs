using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Architecture.Tests.Samples.Messages;

internal sealed class BoundlessValidator : AbstractValidator<BoundlessQuery>
{
    public BoundlessValidator()
    {
        RuleFor(query => query.Name).Text("name", RequestLimits.Text);
        RuleFor(query => query.Ids).Ids("ids");
        RuleFor(query => query.IdsOfLongTexts).AtMost(RequestLimits.Names, "ids_of_long_texts");
        RuleFor(query => query.Metadata).Metadata("metadata");
        RuleFor(query => query.Parts).AtMost(RequestLimits.Names, "parts");
    }
}
