namespace FlexPrice.Application.Cascade;

/// <summary>A command that decides about a customer's dependents. It goes through the cascade policy, and its handler is an <see cref="ICascadingCommandHandler{TCommand, TResponse}"/>.</summary>
public interface ICascadingCommand
{
    /// <summary>The cascade that the command needs; null when this request needs none.</summary>
    CascadeRequest? Cascade { get; }
}
