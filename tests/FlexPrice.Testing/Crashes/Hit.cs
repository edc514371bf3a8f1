namespace FlexPrice.Testing.Crashes;

/// <summary>One fault that met a deletion and what became of it.</summary>
/// <param name="Fault">What happened.</param>
/// <param name="Step">Where the deletion was.</param>
/// <param name="Committed">Whether the customer was gone afterwards, with its record; otherwise it was whole.</param>
/// <param name="Answered">What the caller was told; null when nothing.</param>
internal sealed record Hit(string Fault, string Step, bool Committed, int? Answered);
