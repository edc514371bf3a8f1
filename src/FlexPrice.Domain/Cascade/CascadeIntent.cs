namespace FlexPrice.Domain.Cascade;

/// <summary>Why a command goes through the cascade. Every edge has its own actions for every intent.</summary>
public enum CascadeIntent
{
    /// <summary>The customer is removed for good.</summary>
    Delete,

    /// <summary>The customer is taken out of business, reversibly.</summary>
    Archive,

    /// <summary>An archived customer is taken back into business.</summary>
    Publish,
}
