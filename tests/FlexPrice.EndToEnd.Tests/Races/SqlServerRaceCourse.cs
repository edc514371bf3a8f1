namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Three servers on one database of a SQL Server.</summary>
public sealed class SqlServerRaceCourse() : RaceCourse(new SqlServerEngine()), IOn<SqlServerEngine>;
