namespace FlexPrice.Application.Abstractions;

/// <summary>
/// Puts a reaction into a line with others: of one customer, what happened later waits for what happened before, whichever of them reacts to it,
/// also while that waits to be tried again. Without it a reaction waits for itself only.
/// </summary>
/// <param name="line">The stable name of the line, for example <c>webhooks</c>. It is stored.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OrderedWithAttribute(string line) : Attribute
{
    /// <summary>The name of the line.</summary>
    public string Line => line;
}
