namespace FlexPrice.Application.Abstractions;

/// <summary>Says which kind of work a reaction is. Without it a reaction is <see cref="ReactionLane.Upkeep"/>.</summary>
/// <param name="lane">The kind of work. It is stored.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RunsOnAttribute(ReactionLane lane) : Attribute
{
    /// <summary>The kind of work.</summary>
    public ReactionLane Lane => lane;
}
