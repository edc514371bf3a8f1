using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Access.RevokeApiKey;

internal sealed class RevokeApiKeyValidator : AbstractValidator<RevokeApiKeyCommand>
{
    public RevokeApiKeyValidator() => RuleFor(command => command.Id).Named("id");
}
