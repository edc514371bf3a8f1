using System.Data.Common;

namespace FlexPrice.Api.CommandLine;

/// <summary>The last words about a failure that nobody foresaw: one sentence, and how to learn more. Its own words may hold what nobody may read in a log.</summary>
internal static class UnexpectedFailure
{
    /// <summary>What is told about it.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="withTrace">Whether everything is told that it says itself.</param>
    public static string Describe(Exception failure, bool withTrace)
    {
        var code = failure is DbException { SqlState: { } state } ? $" (SQLSTATE {state})" : "";
        var sentence = $"The program ended because of an unexpected {failure.GetType().FullName}{code}: run it again with --trace to see where, and report that.";
        return withTrace ? $"{sentence}{System.Environment.NewLine}{failure}" : sentence;
    }
}
