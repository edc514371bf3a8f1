using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class UnitOfWorkExtensionsTests
{
    private readonly InlineUnitOfWork _unitOfWork = new();

    [Fact]
    public async Task Step_WhenItSucceeds_AnswersItsValue() =>
        (await _unitOfWork.CompleteAsync(_ => Task.FromResult<Result<int>>(7), default)).ShouldBe(7);

    [Fact]
    public async Task Step_WhenItIsRefused_ThrowsSoThatItIsTriedAgain()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => _unitOfWork.CompleteAsync(_ => Task.FromResult<Result<int>>(AccessErrors.TenantSuspended()), default));

        failure.Message.ShouldBe("The step could not be recorded: permission_denied.");
    }
}
