namespace FlexPrice.Application.Abstractions;

/// <summary>An external id got another holder between being read and being locked. Nothing was changed; another try sees the new one.</summary>
public sealed class ExternalIdReassignedException : Exception
{
    /// <summary>Says so.</summary>
    public ExternalIdReassignedException()
        : base("An external id got another holder at the same time.")
    {
    }
}
