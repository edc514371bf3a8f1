using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Primitives;

public sealed class ErrorTests
{
    [Fact]
    public void Error_WhenTextIsLong_EchoesAtMostTheMaximum()
    {
        var echoed = Error.Echo(new string('x', 500));

        echoed.ShouldBe(new string('x', Error.MaximumEchoLength) + "…");
        Error.Echo("short").ShouldBe("short");
    }

    [Fact]
    public void Error_WhenTextHoldsControlCharacters_ReplacesThem() =>
        Error.Echo("a\r\nb\0c\uD83D").ShouldBe("a??b?c?");

    [Fact]
    public void Error_WhenKindsAreCompared_EveryCodeIsItsOwn()
    {
        var codes = Enum.GetValues<ErrorKind>().Select(kind => new Error(kind, "").Code).ToList();

        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => code.Length > 0);
    }

    [Fact]
    public void Error_WhenDetailIsAdded_TheFormerStaysAsItWas()
    {
        var first = new Error(ErrorKind.Validation, "No").With("a", 1);
        var second = first.With("b", 2);

        first.Details.Keys.ShouldBe(["a"]);
        second.Details.Keys.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void Result_WhenFailed_HasNoValue()
    {
        Result<string> failed = new Error(ErrorKind.NotFound, "Gone");
        CommandResult<CustomerId> refused = new Error(ErrorKind.NotFound, "Gone");

        Should.Throw<InvalidOperationException>(() => failed.Value);
        Should.Throw<InvalidOperationException>(() => refused.Id);
    }

    [Fact]
    public void CommandResult_WhenReplayed_NamesTheSameId()
    {
        CommandResult<CustomerId> first = Given.CustomerId('7');

        CommandResult<CustomerId>.Replay(first.Reference).ShouldBe(first);
    }
}
