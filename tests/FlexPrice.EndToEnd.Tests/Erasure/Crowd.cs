namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>How many people live and die in a test.</summary>
/// <param name="Customers">All of them.</param>
/// <param name="Deleted">Who is deleted.</param>
/// <param name="SurvivorsWithDependents">Who stays and has something.</param>
/// <param name="UpdatedSurvivors">Who stays and is changed among the deletions.</param>
internal sealed record Crowd(int Customers, int Deleted, int SurvivorsWithDependents, int UpdatedSurvivors)
{
    /// <summary>Where rows are searched it takes no pages that are full of others.</summary>
    public static Crowd OfRows { get; } = new(Customers: 120, Deleted: 24, SurvivorsWithDependents: 24, UpdatedSurvivors: 24);
}
