namespace FlexPrice.Domain.Cascade;

/// <summary>The action that a recipient must take.</summary>
public enum RecipientAction
{
    /// <summary>Erase the customer's data.</summary>
    Erase,

    /// <summary>To take note.</summary>
    Notify,

    /// <summary>To pay money back.</summary>
    PayOut,
}
