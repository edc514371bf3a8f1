namespace FlexPrice.Domain.Access;

/// <summary>Whether a tenant may write.</summary>
public enum TenantStatus
{
    /// <summary>Reads and writes.</summary>
    Active,

    /// <summary>Reads only; every write is refused with 403.</summary>
    Suspended,
}
