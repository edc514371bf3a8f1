namespace FlexPrice.Domain.Cascade;

/// <summary>The source of an action. A lower authority never weakens a higher one.</summary>
public enum ActionSource
{
    /// <summary>The product's default.</summary>
    Product,

    /// <summary>The policy of the environment.</summary>
    Environment,

    /// <summary>The request, within what the environment allows.</summary>
    Request,
}
