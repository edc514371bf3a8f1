using System.Globalization;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Primitives;

public sealed class HintTests
{
    private static readonly CustomerId Customer = Given.CustomerId('1');

    [Fact]
    public void Hint_WhenItMentionsOperations_LeavesThemToWhoeverRendersIt()
    {
        Hint hint = $"Try {Operation.GetSubscription} or {Operation.PublishCustomer.Of(Customer)} at {Operation.GetDeletionPolicy.Address()}, then wait {CallPart.RetryAfter}.";

        hint.Render(reference => $"<{reference.Operation}|{reference.Id}|{reference.IsAddress}>", part => $"({part})")
            .ShouldBe($"Try <GetSubscription||False> or <PublishCustomer|{Customer}|False> at <GetDeletionPolicy||True>, then wait (RetryAfter).");
        hint.ToString().ShouldBe($"Try [GetSubscription] or [PublishCustomer {Customer}] at [GetDeletionPolicy], then wait [RetryAfter].");
    }

    [Fact]
    public void Hint_WhenItHoldsAnother_HasTheReferencesOfBoth()
    {
        Hint inner = $"stop it with {Operation.StopWorkflow}";

        Hint outer = $"First {inner}{""}.";

        outer.ShouldBe($"First stop it with {Operation.StopWorkflow}.");
    }

    [Fact]
    public void Hint_WhenItHoldsValues_WritesThemTheSameEverywhere()
    {
        Hint hint = $"{new Provided()} {1234.5m} {Customer} {null as string}{'x'}";

        hint.ToString().ShouldBe($"{CultureInfo.InvariantCulture.DisplayName} 1234.5 {Customer.Value} x");
    }

    [Fact]
    public void Hints_WhenTheySayTheSame_AreEqual()
    {
        var text = "a";
        Hint plain = "a b";

        plain.ShouldBe((Hint)$"{text} {"b"}");
        plain.GetHashCode().ShouldBe(((Hint)$"{text} {"b"}").GetHashCode());
        ((Hint)$"{Operation.GetInvoice}").ShouldNotBe((Hint)$"{Operation.GetInvoice.Address()}");
        ((Hint)$"{Operation.GetInvoice}").ShouldNotBe("[GetInvoice]");
    }

    [Fact]
    public void Error_WhenItsDetailMentionsNothing_KeepsItAsText()
    {
        var text = "x";
        var error = new Error(ErrorKind.Validation, "No").With("a", $"just {text}").With("b", $"{Operation.GetInvoice}").With(CallPart.IdempotencyKey, "Send another.");

        error.Details["a"].ShouldBe("just x");
        error.Details["b"].ShouldBe((Hint)$"{Operation.GetInvoice}");
        error.Details["idempotency_key"].ShouldBe(new PartHint(CallPart.IdempotencyKey, "Send another."));
    }

    private sealed class Provided : IFormattable
    {
        public override string ToString() => "";

        public string ToString(string? format, IFormatProvider? formatProvider) => ((CultureInfo)formatProvider!).DisplayName;
    }
}
