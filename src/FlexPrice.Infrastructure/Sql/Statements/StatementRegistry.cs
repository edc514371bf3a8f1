using System.Collections.Frozen;

namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>
/// All hand-written SQL by name. Parameters: @tenant, @environment, @customers (ids), @deletions (a map from customer to deletion), @target, @now, @actor
/// and the statement's own.
/// Statements named <c>….inspect</c> return the columns customer_id, kind, id, state, related_id, currency, amount, count and, for retained rows, until.
/// </summary>
internal static class StatementRegistry
{
    /// <summary>The statements of a database.</summary>
    /// <param name="syntax">The database's form of common parts.</param>
    /// <param name="own">The database's own statements.</param>
    public static FrozenDictionary<string, string> Of(SqlSyntax syntax, IReadOnlyDictionary<string, string> own)
    {
        var statements = new[]
        {
            AccessStatements.Build(syntax),
            LockStatements.Build(syntax),
            CustomerStatements.Build(syntax),
            HoldingStatements.Build(syntax),
            SubscriptionStatements.Build(syntax),
            InvoiceStatements.Build(syntax),
            WalletStatements.Build(syntax),
            UsageStatements.Build(syntax),
            RecipientStatements.Build(syntax),
            DeletionStatements.ForAnyDatabase,
            OutboxStatements.Build(syntax),
            ClockStatements.Build(syntax),
            ProcessStatements.Build(syntax),
        }.SelectMany(texts => texts).Select(text => KeyValuePair.Create(text.Key, syntax.Finished(text.Value)));
        return statements.Where(text => !own.ContainsKey(text.Key)).Concat(own).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
