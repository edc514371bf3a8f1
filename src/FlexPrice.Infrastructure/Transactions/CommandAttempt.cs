namespace FlexPrice.Infrastructure.Transactions;

/// <summary>Which try of a command a scope belongs to.</summary>
internal sealed class CommandAttempt
{
    public bool IsFirst { get; set; } = true;
}
