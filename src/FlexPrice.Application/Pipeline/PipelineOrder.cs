namespace FlexPrice.Application.Pipeline;

/// <summary>The behaviours around every handler, outermost first. The order is the product's: a test reads it.</summary>
public static class PipelineOrder
{
    /// <summary>The behaviours, outermost first.</summary>
    public static IReadOnlyList<Type> Behaviors { get; } =
    [
        typeof(TelemetryBehavior<,>),
        typeof(AuthorizationBehavior<,>),
        typeof(ValidationBehavior<,>),
        typeof(UnitOfWorkBehavior<,>),
        typeof(IdempotencyBehavior<,>),
        typeof(CascadePolicyBehavior<,>),
    ];
}
