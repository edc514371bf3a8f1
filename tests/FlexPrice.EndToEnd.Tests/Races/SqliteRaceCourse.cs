namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>One server on a file.</summary>
public sealed class SqliteRaceCourse() : RaceCourse(new SqliteEngine()), IOn<SqliteEngine>;
