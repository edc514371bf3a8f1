using FlexPrice.Architecture.Tests.Documentation;
using FlexPrice.Architecture.Tests.Samples.Errors;
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

    [Fact]
    public void Error_WhenItIsOneOfTheProducts_IsRaised() => ErrorRules.AreRaised(ErrorsPage.Types, Product.Sources).ShouldHold();

    [Fact]
    public void Error_WhenNothingRaisesIt_IsCaught()
    {
        SourceFile[] sources =
        [
            new("FlexPrice.Domain/Customers/TicketErrors.cs", """
                /// <summary>Like <see cref="TicketErrors.Forgotten"/>.</summary>
                public static Error Raised() => Of("x");
                public static Error Forgotten() => Of("x");
                internal static Error Of(string text) => new(text);
                """),
            new("FlexPrice.Domain/Customers/Ticket.cs", "// Not TicketErrors.Forgotten.\nreturn closed ? TicketErrors.Raised() : null;"),
        ];

        ErrorRules.AreRaised([typeof(TicketErrors)], sources).ShouldCatch("TicketErrors.Forgotten is raised by nothing");
    }
}
