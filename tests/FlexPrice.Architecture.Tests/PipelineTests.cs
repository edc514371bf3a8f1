using FlexPrice.Application.Pipeline;
using FlexPrice.Architecture.Tests.Samples.Pipeline;

namespace FlexPrice.Architecture.Tests;

public sealed class PipelineTests
{
    private static readonly string[] Order = ["Telemetry", "Authorization", "Validation", "UnitOfWork", "Idempotency", "CascadePolicy"];

    [Fact]
    public void Behaviors_WhenTheyAreTheProducts_StandInTheDesignsOrder()
    {
        PipelineRules.StandInOrder(PipelineOrder.Behaviors, Order).ShouldHold();
        PipelineRules.HaveAPlace(Product.Types, PipelineOrder.Behaviors).ShouldHold();
    }

    [Fact]
    public void Behaviors_WhenTheyChangePlacesOrHaveNone_AreCaught()
    {
        PipelineRules.StandInOrder([typeof(ValidationBehavior<,>), typeof(AuthorizationBehavior<,>)], ["Authorization", "Validation", "UnitOfWork"])
            .ShouldCatch("ValidationBehavior`2 stands where Authorization belongs", "AuthorizationBehavior`2 stands where Validation belongs", "There are 2 behaviors instead of 3");
        PipelineRules.HaveAPlace([typeof(StrayBehavior<,>)], PipelineOrder.Behaviors).ShouldCatch("StrayBehavior`2 has no place");
    }
}
