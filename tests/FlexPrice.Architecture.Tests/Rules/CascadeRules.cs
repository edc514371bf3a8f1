using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>Every dependent of a customer has an edge, and an edge does what it shows.</summary>
internal static class CascadeRules
{
    private static readonly CustomerId Anybody = new("cust_00000000000000000000000001");

    public static Findings EdgesHaveOnePlace(IEnumerable<ICascadeEdge> edges, IReadOnlyCollection<string> order)
    {
        var names = edges.Select(edge => edge.Name).ToList();
        return new Findings(
            names.Count,
            [
                .. names.Except(order).Select(name => $"{name} has no place: add it to src/FlexPrice.Application/CascadeOrder.cs{Guide.Edge("Order")}."),
                .. order.Except(names).Select(name => $"{name} is no edge: take it out of src/FlexPrice.Application/CascadeOrder.cs, or write its class in src/FlexPrice.Application{Guide.Edge("Generate")}."),
                .. order.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"{group.Key} has two places in src/FlexPrice.Application/CascadeOrder.cs{Guide.Edge("Order")}."),
            ]);
    }

    /// <summary>The statements that an edge names under any intent and action, inspections included.</summary>
    public static IEnumerable<string> StatementsOf(ICascadeEdge edge) =>
        new[] { true, false }.Select(withVolumes => edge.Inspect(new InspectionScope([Anybody], withVolumes)).Name)
            .Concat(Enum.GetValues<CascadeIntent>().SelectMany(intent => Decisions(edge, intent).SelectMany(decision => edge.Apply([decision])).Select(statement => statement.Name)))
            .Distinct(StringComparer.Ordinal);

    public static Findings EveryStatementExists(IEnumerable<ICascadeEdge> edges, IReadOnlyDictionary<string, string> registry) => Findings.Over(
        edges.SelectMany(edge => StatementsOf(edge).Select(statement => (edge.Name, Statement: statement))),
        used => registry.ContainsKey(used.Statement) ? null : $"{used.Name} uses {used.Statement}, which does not exist: register its class in src/FlexPrice.Infrastructure/Sql/Statements/StatementRegistry.cs{Guide.Edge("Statements")}.");

    /// <summary>Statements are used by edges, or named in a source.</summary>
    public static Findings EveryStatementIsUsed(IReadOnlyDictionary<string, string> registry, IEnumerable<ICascadeEdge> edges, IReadOnlyCollection<SourceFile> sources)
    {
        var byEdges = edges.SelectMany(StatementsOf).ToHashSet(StringComparer.Ordinal);
        return Findings.Over(
            registry.Keys.Order(StringComparer.Ordinal),
            name => byEdges.Contains(name) || sources.Any(source => source.Text.Contains($"\"{name}\"", StringComparison.Ordinal)) ? null : $"{name} is used by nobody: name it in an edge or where it is run, or remove it from src/FlexPrice.Infrastructure/Persistence{Guide.Edge("Statements")}.");
    }

    /// <summary>What an edge executes on deletion, for every action. A statement that does not exist is <see cref="EveryStatementExists"/>'s to catch.</summary>
    public static IReadOnlyList<EdgeStatement> DeletionStatements(IEnumerable<ICascadeEdge> edges, IReadOnlyDictionary<string, string> registry) =>
    [
        .. from edge in edges
           from decision in Decisions(edge, CascadeIntent.Delete)
           from statement in edge.Apply([decision])
           where registry.ContainsKey(statement.Name)
           select new EdgeStatement(edge.Name, decision.Action, statement.Name, registry[statement.Name]),
    ];

    /// <summary>The rows that an action shows as deleted or changed are those that its statements delete and change.</summary>
    public static Findings ShowWhatTheyDo(IReadOnlyCollection<ICascadeEdge> edges, IReadOnlyCollection<EdgeStatement> statements, IReadOnlyCollection<Exemption> exemptions)
    {
        var decisions = edges.SelectMany(edge => Decisions(edge, CascadeIntent.Delete)).ToList();
        return new Findings(decisions.Count, ModelRules.Exempt(
            decisions.SelectMany(decision => DifferencesOf(decision, statements)),
            exemptions,
            $": the effects of Decide and the statements of Apply differ; mend the edge{Guide.Edge("Shape it")}, or its statement{Guide.Edge("Statements")}."));
    }

    /// <summary>Every entity that refers to a customer, directly or through another, or holds personal data is deleted by some statement; every column that names a customer is looked at by one.</summary>
    public static Findings ReachEverything(IReadOnlyModel model, IReadOnlyCollection<EdgeStatement> statements, IReadOnlyCollection<Exemption> exemptions)
    {
        var hanging = model.GetEntityTypes().Where(entity => CustomerColumns(entity).Any() || LeadsToCustomer(entity, []) || ModelRules.HoldsPersonalData(entity)).ToList();
        var violations = hanging.SelectMany(entity =>
        {
            var table = entity.GetTableName()!;
            return statements.Any(statement => statement.DeletesFrom == table || (statement.Updates == table && OutlivesCustomer(entity)))
                ? CustomerColumns(entity).Where(column => !statements.Any(statement => (statement.DeletesFrom ?? statement.Updates) == table && statement.Names(column))).Select(column => $"{table}.{column}")
                : [table];
        });
        return new Findings(hanging.Count, ModelRules.Exempt(
            violations,
            exemptions,
            $" is reached by no statement of an edge: a deletion would leave it. Delete it in an edge{Guide.Edge("Generate")}, whose statements are registered{Guide.Edge("Statements")}."));
    }

    // It need only forget who it was.
    private static bool OutlivesCustomer(IReadOnlyEntityType entity) =>
        !ModelRules.HoldsPersonalData(entity) && entity.GetProperties().Where(property => property.ClrType.Unwrapped() == typeof(CustomerId)).All(property => property.IsNullable);

    private static IEnumerable<string> CustomerColumns(IReadOnlyEntityType entity) =>
        entity.GetProperties().Where(property => property.ClrType.Unwrapped() == typeof(CustomerId)).Select(property => property.GetColumnName());

    private static bool LeadsToCustomer(IReadOnlyEntityType entity, HashSet<IReadOnlyEntityType> seen) =>
        seen.Add(entity) && entity.GetForeignKeys().Any(key =>
            key.PrincipalEntityType.ClrType == typeof(Customer) || CustomerColumns(key.PrincipalEntityType).Any() || LeadsToCustomer(key.PrincipalEntityType, seen));

    private static IEnumerable<string> DifferencesOf(EdgeDecision decision, IReadOnlyCollection<EdgeStatement> statements)
    {
        var edge = decision.Context.Chosen.Edge;
        var own = statements.Where(statement => statement.Edge == edge && statement.Action == decision.Action).ToList();
        return Differences(RowEffectKind.Deleted, own.Select(statement => statement.DeletesFrom)).Concat(Differences(RowEffectKind.Updated, own.Select(statement => statement.Updates)));

        IEnumerable<string> Differences(RowEffectKind kind, IEnumerable<string?> done)
        {
            var shown = decision.Effects.Where(effect => effect.Kind == kind).Select(effect => effect.Table).ToHashSet(StringComparer.Ordinal);
            shown.SymmetricExceptWith(done.OfType<string>().Distinct(StringComparer.Ordinal));
            return shown.Order(StringComparer.Ordinal).Select(table => $"{edge}={decision.Action}: {table} {kind}");
        }
    }

    private static IEnumerable<EdgeDecision> Decisions(ICascadeEdge edge, CascadeIntent intent) =>
        edge.ActionsFor(intent).Actions.Select(action => edge.Decide(new EdgeContext(
            Anybody, intent, new ChosenAction(edge.Name, action, ActionSource.Request), EdgePolicy.ProductDefault(edge.ActionsFor(intent)), [], Anybody)));
}
