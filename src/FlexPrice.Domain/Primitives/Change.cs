namespace FlexPrice.Domain.Primitives;

/// <summary>Time and actor of a change.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="By">The id of the acting principal: an API key, or empty for the system itself.</param>
public readonly record struct Change(DateTimeOffset At, string By);
