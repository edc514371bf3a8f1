namespace FlexPrice.Infrastructure.Tests;

/// <summary>Tests that look at the whole process, so that no other may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
