using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class IdempotencyErrorsTests
{
    [Fact]
    public void Key_WhenItCannotBeUsed_IsNamedWithTheWayOut()
    {
        foreach (var error in new[] { IdempotencyErrors.KeyOfAnotherRequest(), IdempotencyErrors.BadKey(), IdempotencyErrors.NotSupported() })
        {
            error.Kind.ShouldBe(ErrorKind.Validation);
            var about = error.Details["idempotency_key"].ShouldBeOfType<PartHint>();
            about.Part.ShouldBe(CallPart.IdempotencyKey);
            about.Text.ToString().ShouldContain("Send");
        }
    }
}
