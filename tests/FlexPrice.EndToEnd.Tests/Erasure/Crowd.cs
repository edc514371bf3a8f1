namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>How many people live and die in a test.</summary>
/// <param name="Customers">All of them.</param>
/// <param name="Deleted">Who is deleted.</param>
/// <param name="SurvivorsWithDependents">Who stays and has something.</param>
/// <param name="UpdatedSurvivors">Who stays and is changed among the deletions.</param>
internal sealed record Crowd(int Customers, int Deleted, int SurvivorsWithDependents, int UpdatedSurvivors)
{
    /// <summary>Where files are searched: enough that the deleted share pages with others all over the file.</summary>
    public static Crowd OfPages { get; } = Rounds.Of(1) == 1
        ? new(Customers: 800, Deleted: 60, SurvivorsWithDependents: 60, UpdatedSurvivors: 80)
        : new(Customers: 2000, Deleted: 100, SurvivorsWithDependents: 150, UpdatedSurvivors: 200);

    /// <summary>Where rows are searched it takes no pages that are full of others.</summary>
    public static Crowd OfRows { get; } = new(Customers: 120, Deleted: 24, SurvivorsWithDependents: 24, UpdatedSurvivors: 24);
}
