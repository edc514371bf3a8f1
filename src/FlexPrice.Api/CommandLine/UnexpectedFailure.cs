using System.Data.Common;

namespace FlexPrice.Api.CommandLine;

/// <summary>The report of an unexpected failure: one sentence, and how to learn more. The failure's own message may contain personal data.</summary>
internal static class UnexpectedFailure
{
    /// <summary>The report.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="withTrace">Whether the failure's own message and stack trace are included.</param>
    public static string Describe(Exception failure, bool withTrace)
    {
        var code = failure is DbException { SqlState: { } state } ? $" (SQLSTATE {state})" : "";
        var sentence = $"The program ended because of an unexpected {failure.GetType().FullName}{code}: run it again with --trace to see where, and report that.";
        return withTrace ? $"{sentence}{System.Environment.NewLine}{failure}" : sentence;
    }
}
