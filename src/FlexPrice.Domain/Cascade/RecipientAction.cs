namespace FlexPrice.Domain.Cascade;

/// <summary>What a recipient is asked to do.</summary>
public enum RecipientAction
{
    /// <summary>To erase what it holds about the customer.</summary>
    Erase,

    /// <summary>To take note.</summary>
    Notify,

    /// <summary>To pay money back.</summary>
    PayOut,
}
