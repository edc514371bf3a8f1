namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>The races that share servers on this engine; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RacesOnSqlite : ICollectionFixture<SqliteRaceCourse>
{
    public const string Name = "races on Sqlite";
}
