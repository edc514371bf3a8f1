using System.Reflection;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class FailpointTests
{
    [Fact]
    public void Steps_WhenCompared_HaveNamesOfTheirOwn()
    {
        var steps = typeof(Failpoint).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();

        steps.ShouldNotBeEmpty();
        steps.ShouldBeUnique();
        Failpoint.EdgeApplied("wallets").ShouldBe("cascade.applied.wallets");
    }
}
