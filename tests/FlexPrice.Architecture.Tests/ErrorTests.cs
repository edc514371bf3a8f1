using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests;

public sealed class ErrorTests
{
    private const ErrorKind Unheard = (ErrorKind)999;

    [Fact]
    public void Error_WhenItIsOfAnyKind_HasItsOwnCodeAndAStatus() => ErrorRules.AreMapped(Enum.GetValues<ErrorKind>(), ErrorRules.StatusOnTheWire).ShouldHold();

    [Fact]
    public void Error_WhenItsKindIsUnmapped_IsCaught()
    {
        ErrorRules.AreMapped([Unheard], ErrorRules.StatusOnTheWire).ShouldCatch("999 has no code", "999 is mapped to no status");
        ErrorRules.AreMapped([ErrorKind.NotFound], _ => 200).ShouldCatch("NotFound is mapped to 200");
        ErrorRules.AreMapped([ErrorKind.NotFound, ErrorKind.NotFound], _ => 404).ShouldCatch("NotFound shares its code", "NotFound shares its code");
    }
}
