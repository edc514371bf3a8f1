using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Architecture.Tests.Samples.Messages;

#pragma warning disable MA0048 // A command and what belongs to it.
/// <summary>Right: public, as a rule requires.</summary>
[RequiresPermission(Permission.CustomerWrite)]
public sealed record GoodCommand(string Name) : ICommand<CommandResult<CustomerId>>;

internal sealed class GoodHandler : ICommandHandler<GoodCommand, CommandResult<CustomerId>>
{
    public Task<CommandResult<CustomerId>> HandleAsync(GoodCommand command, CancellationToken cancellationToken) => throw new NotSupportedException();
}

internal sealed class GoodValidator : AbstractValidator<GoodCommand>;
#pragma warning restore MA0048
