using FlexPrice.Application.Abstractions;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, Paging.DefaultLimit)]
    [InlineData(1, 1)]
    [InlineData(Paging.MaximumLimit, Paging.MaximumLimit)]
    public void Limit_WhenZero_IsTheDefault(int sent, int effective) =>
        new Paging(sent, 0).EffectiveLimit.ShouldBe(effective);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, int.MaxValue)]
    [InlineData(-1, 0, "limit")]
    [InlineData(1001, 0, "limit")]
    [InlineData(1, -1, "offset")]
    [InlineData(-1, -1, "limit", "offset")]
    public void Page_WhenOutOfRange_IsNamed(int limit, int offset, params string[] wrong) =>
        new PagingValidator().WrongFieldsOf(new Paging(limit, offset)).ShouldBe(wrong);
}
