using System.Collections.Frozen;

namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>
/// All hand-written SQL by name. Parameters: @tenant, @environment, @customers (ids), @deletions (a map from customer to deletion), @target, @now, @actor
/// and the statement's own.
/// Statements named <c>….inspect</c> answer the columns customer_id, kind, id, state, related_id, currency, amount, count and, where something is kept, until.
/// </summary>
internal static class StatementRegistry
{
    /// <summary>The statements of a database.</summary>
    /// <param name="syntax">How it says what all statements need.</param>
    /// <param name="own">Statements that it says in a way of its own.</param>
    public static FrozenDictionary<string, string> Of(SqlSyntax syntax, IReadOnlyDictionary<string, string> own)
    {
        var statements = new[]
        {
            AccessStatements.In(syntax),
            LockStatements.In(syntax),
            CustomerStatements.In(syntax),
            HoldingStatements.In(syntax),
            SubscriptionStatements.In(syntax),
            InvoiceStatements.In(syntax),
            WalletStatements.In(syntax),
            UsageStatements.In(syntax),
            RecipientStatements.In(syntax),
            DeletionStatements.InAny,
            OutboxStatements.In(syntax),
            ClockStatements.In(syntax),
            ProcessStatements.In(syntax),
        }.SelectMany(texts => texts).Select(text => KeyValuePair.Create(text.Key, syntax.Finished(text.Value)));
        return statements.Where(text => !own.ContainsKey(text.Key)).Concat(own).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
