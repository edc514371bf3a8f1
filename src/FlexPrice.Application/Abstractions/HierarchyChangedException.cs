namespace FlexPrice.Application.Abstractions;

/// <summary>A family got another root between being read and being locked. Nothing was changed; another try sees the new one.</summary>
public sealed class HierarchyChangedException : Exception
{
    /// <summary>Says so.</summary>
    public HierarchyChangedException()
        : base("The family of a customer was moved at the same time.")
    {
    }
}
