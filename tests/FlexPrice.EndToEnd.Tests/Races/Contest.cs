namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Two requests that get into each other's way.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
/// <param name="JudgeAsync">Checks both answers and the tables, and returns which came first.</param>
internal sealed record Contest(Func<Task<Answer>> Left, Func<Task<Answer>> Right, Func<Answer, Answer, Task<string>> JudgeAsync);
