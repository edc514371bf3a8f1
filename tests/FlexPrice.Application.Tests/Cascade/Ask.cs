using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Tests.Cascade;

internal static class Ask
{
    public static readonly DeletionId Deletion = DeletionId.From(Given.Id("del", '1'));

    /// <summary>Lets an edge decide about customer 1; by default the environment allows every action.</summary>
    public static EdgeDecision Decide(this ICascadeEdge edge, string action, params InventoryRow[] rows) => edge.Decide(edge.Context(action) with { Rows = rows });

    public static EdgeContext Context(this ICascadeEdge edge, string action, CascadeIntent intent = CascadeIntent.Delete) => new(
        Row.Customer,
        intent,
        new ChosenAction(edge.Name, action, ActionSource.Request),
        new EdgePolicy(edge.Name, action, edge.ActionsFor(CascadeIntent.Delete).Actions),
        [],
        null);

    /// <summary>The same context where the environment allows requests no other action.</summary>
    public static EdgeContext Strictly(this EdgeContext context) => context with { Policy = context.Policy with { AllowedOverrides = [] } };

    /// <summary>The statements with the numbers of rows that they must change.</summary>
    public static IReadOnlyList<(string Name, long? Rows)> Statements(this ICascadeEdge edge, params EdgeDecision[] decisions) =>
        [.. edge.Apply(decisions).Select(statement => (statement.Name, statement.ExpectedRows))];

    public static InspectionScope Scope(bool withVolumes = false) => new([Row.Customer, CustomerId.From(Given.Id("cust", '2'))], withVolumes);
}
