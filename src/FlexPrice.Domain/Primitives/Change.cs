namespace FlexPrice.Domain.Primitives;

/// <summary>When a change is made and by whom.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="By">The id of the acting principal: an API key, or empty for the system itself.</param>
public readonly record struct Change(DateTimeOffset At, string By);
