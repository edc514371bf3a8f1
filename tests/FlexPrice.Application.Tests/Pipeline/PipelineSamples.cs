using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Tests.Pipeline;

// Public, so that a substitute can be made of generic contracts over them.
#pragma warning disable MA0048 // Small messages that belong together.
[RequiresPermission(Permission.CustomerWrite)]
public sealed record RenameCommand(string? Name, int Age = 1) : ICommand<CommandResult<CustomerId>>;

[RequiresPermission(Permission.CustomerRead)]
public sealed record ReadQuery : IQuery<Result<string>>;

public sealed record UnguardedQuery : IQuery<Result<string>>;

[RequiresPermission(Permission.CustomerWrite)]
public sealed record RemoveCommand(CascadeRequest? Cascade) : ICommand<CommandResult<DeletionId>>, ICascadingCommand
{
    public static RemoveCommand Of(Customer customer, params (string Edge, string Action)[] choices) =>
        new(new CascadeRequest(new CustomerReference(customer.Id.Value), CascadeIntent.Delete, choices.ToDictionary(choice => choice.Edge, choice => choice.Action)));
}
#pragma warning restore MA0048

/// <summary>Counts the calls, and stores the plan.</summary>
internal sealed class RemoveHandler : ICascadingCommandHandler<RemoveCommand, CommandResult<DeletionId>>
{
    public int Calls { get; private set; }

    public CascadePlan? Plan { get; private set; }

    public Task<CommandResult<DeletionId>> HandleAsync(RemoveCommand command, CascadePlan? plan, CancellationToken cancellationToken)
    {
        Calls++;
        Plan = plan;
        return Task.FromResult<CommandResult<DeletionId>>(DeletionId.From(Given.Id("del", '1')));
    }
}

/// <summary>The rest of the pipeline: returns one value and counts the calls.</summary>
internal sealed class Next<T>(T answer)
{
    public int Calls { get; private set; }

    public RequestHandlerDelegate<T> Handler => () =>
    {
        Calls++;
        return Task.FromResult(answer);
    };
}
