using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Architecture.Tests.Samples.Messages;

#pragma warning disable MA0048, CA1051, MA0069, CA1852 // Wrong on purpose.
/// <summary>Wrong: two handlers, two validators, no permission, neither public nor sealed, and it can be changed.</summary>
internal class BadCommand : ICommand<CommandResult<CustomerId>>
{
    public int Age = 1;

    public string? Name { get; set; }
}

/// <summary>Wrong: public.</summary>
public sealed class PublicHandler : ICommandHandler<StrangeCommand, CommandResult<CustomerId>>
{
    public Task<CommandResult<CustomerId>> HandleAsync(StrangeCommand command, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>Wrong: a permission that is none of the product's, and no validator.</summary>
[RequiresPermission("moon:write")]
public sealed record StrangeCommand : ICommand<CommandResult<CustomerId>>;

internal sealed class FirstHandler : ICommandHandler<BadCommand, CommandResult<CustomerId>>
{
    public Task<CommandResult<CustomerId>> HandleAsync(BadCommand command, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>Wrong: not sealed.</summary>
internal class SecondHandler : ICommandHandler<BadCommand, CommandResult<CustomerId>>
{
    public Task<CommandResult<CustomerId>> HandleAsync(BadCommand command, CancellationToken cancellationToken) => throw new NotSupportedException();
}

internal sealed class FirstValidator : AbstractValidator<BadCommand>;

internal sealed class SecondValidator : AbstractValidator<BadCommand>;

/// <summary>Wrong: without a handler.</summary>
public sealed record BadQuery : IQuery<Result<string>>;
#pragma warning restore MA0048, CA1051, MA0069, CA1852
