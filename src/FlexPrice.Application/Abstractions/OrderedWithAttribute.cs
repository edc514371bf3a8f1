namespace FlexPrice.Application.Abstractions;

/// <summary>
/// Orders a reaction with others: a later event of a customer waits for the earlier ones, whichever of these reactions handles them,
/// also during their retries. Without it a reaction is ordered with itself only.
/// </summary>
/// <param name="line">The stable name of the line, for example <c>webhooks</c>. It is stored.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OrderedWithAttribute(string line) : Attribute
{
    /// <summary>The name of the line.</summary>
    public string Line => line;
}
