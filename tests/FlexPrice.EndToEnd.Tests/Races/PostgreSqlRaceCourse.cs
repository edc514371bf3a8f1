namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Three servers on one PostgreSQL database.</summary>
public sealed class PostgreSqlRaceCourse() : RaceCourse(new PostgreSqlEngine()), IOn<PostgreSqlEngine>;
