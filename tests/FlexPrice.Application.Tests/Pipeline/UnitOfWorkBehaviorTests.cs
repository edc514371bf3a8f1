using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class UnitOfWorkBehaviorTests
{
    private readonly InlineUnitOfWork _unitOfWork = new();

    [Fact]
    public async Task Command_WhenHandled_RunsInsideOneTransaction()
    {
        var next = new Next<CommandResult<CustomerId>>(Given.CustomerId('1'));

        (await SendAsync(next)).Id.ShouldBe(Given.CustomerId('1'));

        next.Calls.ShouldBe(1);
        _unitOfWork.Commits.ShouldBe(1);
    }

    [Fact]
    public async Task Command_WhenRefused_RollsBack()
    {
        (await SendAsync(new Next<CommandResult<CustomerId>>(CustomerErrors.NotFound("x")))).Error.ShouldNotBeNull();

        _unitOfWork.Rollbacks.ShouldBe(1);
    }

    private Task<CommandResult<CustomerId>> SendAsync(Next<CommandResult<CustomerId>> next) =>
        new UnitOfWorkBehavior<RenameCommand, CommandResult<CustomerId>>(_unitOfWork).Handle(new RenameCommand("Ada"), default, next.Handler);
}
