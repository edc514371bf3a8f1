namespace FlexPrice.Testing.Crashes;

/// <summary>One fault that met a deletion and what became of it.</summary>
/// <param name="Fault">What happened.</param>
/// <param name="Step">Where the deletion was.</param>
/// <param name="Committed">Whether the customer was deleted afterwards, with its record; otherwise it was unchanged.</param>
/// <param name="Answered">The caller's answer; null for none.</param>
internal sealed record Hit(string Fault, string Step, bool Committed, int? Answered);
