using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>An edge with a defect.</summary>
internal sealed class MutantEdge(ICascadeEdge edge, Func<IReadOnlyList<CascadeStatement>, IReadOnlyList<CascadeStatement>>? apply, Func<EdgeDecision, EdgeDecision>? decide) : ICascadeEdge
{
    public string Name => edge.Name;

    public IReadOnlyList<string> Parameters => edge.Parameters;

    /// <summary>Puts the mutant into the place of the real edge.</summary>
    public static void Replace(
        IServiceCollection services,
        string typeName,
        Func<IReadOnlyList<CascadeStatement>, IReadOnlyList<CascadeStatement>>? apply = null,
        Func<EdgeDecision, EdgeDecision>? decide = null)
    {
        var real = services.Single(service => service.ServiceType == typeof(ICascadeEdge) && service.ImplementationType?.Name == typeName);
        services.Remove(real);
        services.AddSingleton<ICascadeEdge>(provider => new MutantEdge((ICascadeEdge)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!), apply, decide));
    }

    public EdgeActions ActionsFor(CascadeIntent intent) => edge.ActionsFor(intent);

    public CascadeStatement Inspect(InspectionScope scope) => edge.Inspect(scope);

    public EdgeDecision Decide(EdgeContext question) => decide is null ? edge.Decide(question) : decide(edge.Decide(question));

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions) => apply is null ? edge.Apply(decisions) : apply(edge.Apply(decisions));

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) => edge.Announce(decision, deletion, change);
}
