using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Integrations;

/// <summary>
/// The customer's ids at providers. <c>erase</c> and <c>notify</c> make every mapping a recipient of the deletion, sealed as it is;
/// <c>unlink</c> removes the mappings and notifies no provider.
/// </summary>
internal sealed class IntegrationsEdge : ICascadeEdge
{
    private const string Erase = "erase";
    private const string Notify = "notify";
    private const string Unlink = "unlink";

    public string Name => "integrations";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Erase, Notify, Unlink] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("integrations.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context) => new()
    {
        Context = context,
        Count = context.Rows.Count,
        Recipients = context.Chosen.Action switch
        {
            Erase => RecipientsOf(context, RecipientAction.Erase),
            Notify => RecipientsOf(context, RecipientAction.Notify),
            _ => [],
        },
        Effects = [new RowEffect("integration_mappings", RowEffectKind.Deleted, context.Rows.Count)],
    };

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var mappings = decisions.Sum(decision => decision.Context.Rows.Count);
        var delete = new CascadeStatement("integrations.delete", customers) { ExpectedRows = mappings };
        return decisions[0].Action switch
        {
            Erase => [new CascadeStatement("integrations.have_erased", customers) { ExpectedRows = mappings }, delete],
            Notify => [new CascadeStatement("integrations.have_notified", customers) { ExpectedRows = mappings }, delete],
            _ => [delete],
        };
    }

    // A mapping refers to its provider.
    private static IReadOnlyList<RecipientCount> RecipientsOf(EdgeContext context, RecipientAction action) =>
    [
        .. context.Rows.GroupBy(row => row.RelatedId!, StringComparer.Ordinal)
            .OrderBy(provider => provider.Key, StringComparer.Ordinal)
            .Select(provider => new RecipientCount(provider.Key, action, provider.Count())),
    ];
}
