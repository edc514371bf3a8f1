using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Samples.Errors;

internal static class TicketErrors
{
    public static Error Raised() => Of("raised");

    public static Error Forgotten() => Of("forgotten");

    internal static Error Of(string text) => new(ErrorKind.NotFound, text);
}
