namespace FlexPrice.Application.Deletions.Cascade;

/// <summary>A command that decides about everything that hangs on a customer. Every such command goes through the cascade policy.</summary>
public interface ICascadingCommand
{
    /// <summary>What is asked of the cascade; null when this very request asks nothing.</summary>
    CascadeQuestion? Cascade { get; }
}
