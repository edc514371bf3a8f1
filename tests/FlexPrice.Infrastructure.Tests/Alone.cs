namespace FlexPrice.Infrastructure.Tests;

/// <summary>Tests about the whole process, so that no other test may run concurrently.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
