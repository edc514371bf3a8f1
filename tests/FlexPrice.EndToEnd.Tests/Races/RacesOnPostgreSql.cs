namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>The races that share servers on this engine; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RacesOnPostgreSql : ICollectionFixture<PostgreSqlRaceCourse>
{
    public const string Name = "races on PostgreSql";
}
