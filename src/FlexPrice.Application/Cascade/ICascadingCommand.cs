namespace FlexPrice.Application.Cascade;

/// <summary>A command that decides about a customer's dependents. It goes through the cascade policy, and its handler is an <see cref="ICascadingCommandHandler{TCommand, TResponse}"/>.</summary>
public interface ICascadingCommand
{
    /// <summary>What is asked of the cascade; null when this very request asks nothing.</summary>
    CascadeRequest? Cascade { get; }
}
