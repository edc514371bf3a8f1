using System.Text.RegularExpressions;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.ForgetExpiredFences;
using FlexPrice.Application.Retention.DestroyDueDocuments;
using FlexPrice.Application.Usage;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Transactions;

namespace FlexPrice.Architecture.Tests;

/// <summary>No write may lock so many rows that SQL Server locks the whole table. Limits in the texts of the statements are looked at where those are parsed; these are the others.</summary>
public sealed partial class BatchTests
{
    /// <summary>The largest number of rows that a statement's @limit may have.</summary>
    private static readonly Dictionary<string, int> Told = new(StringComparer.Ordinal)
    {
        ["fences.forget_expired"] = ForgetExpiredFencesCommand.MaximumLimit,
        ["outbox.hasten"] = OutboxQueue.LargestBatch,
        ["outbox.claim"] = Enum.GetValues<ReactionLane>().Max(OutboxOptions.ConcurrencyOf),
        ["usage.erase_batch"] = EraseUsageWhenUsageErasureRequested.BatchSize,
    };

    /// <summary>How many writes that Entity Framework makes of a query a source has, and the most rows of one of them.</summary>
    private static readonly Dictionary<string, (int Writes, int Rows)> Queried = new(StringComparer.Ordinal)
    {
        ["FlexPrice.Infrastructure/Outbox/Channels/ChannelRegister.cs"] = (1, ChannelRegister.LargestBatch),
        ["FlexPrice.Infrastructure/Transactions/ForgetCommitMarksJob.cs"] = (1, ForgetCommitMarksJob.LargestBatch),
        ["FlexPrice.Infrastructure/Outbox/OutboxQueue.cs"] = (2, OutboxQueue.LargestBatch),
        ["FlexPrice.Infrastructure/Retention/DocumentStore.cs"] = (1, DestroyDueDocumentsCommand.MaximumLimit),
    };

    [Fact]
    public void Statement_WhenItIsToldHowManyRowsToWrite_LocksNoWholeTable()
    {
        SqlServerStatements.Text.Where(statement => statement.Value.Contains("@limit", StringComparison.Ordinal) && Write().IsMatch(statement.Value)).Select(statement => statement.Key)
            .ShouldBe(Told.Keys, ignoreOrder: true, "A statement that writes at most @limit rows stands in Told of BatchTests with the most that it is told.");
        Told.Where(statement => statement.Value > SqlServerSyntax.MaximumRows).ShouldBeEmpty($"SQL Server locks the whole table: write at most {SqlServerSyntax.MaximumRows} rows at once.");
    }

    [Fact]
    public void Query_WhenItWrites_LocksNoWholeTable()
    {
        Product.Sources.Select(source => (source.Path, Writes: QueriedWrite().Count(source.Text))).Where(source => source.Writes > 0)
            .ShouldBe(
                Queried.Select(source => (source.Key, source.Value.Writes)),
                ignoreOrder: true,
                "A source that writes with ExecuteUpdate or ExecuteDelete stands in Queried of BatchTests with the most rows that it writes; a new one rather is a statement of the registry.");
        Queried.Where(source => source.Value.Rows > SqlServerSyntax.MaximumRows).ShouldBeEmpty($"SQL Server locks the whole table: write at most {SqlServerSyntax.MaximumRows} rows at once.");
    }

    [GeneratedRegex(@"\b(INSERT|UPDATE|DELETE|MERGE)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Write();

    [GeneratedRegex(@"(?<!\bCommandSource)\.Execute(Update|Delete)(Async)?\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QueriedWrite();
}
