using MediatR;

namespace FlexPrice.Architecture.Tests.Rules;

internal static class PipelineRules
{
    public static Findings StandInOrder(IReadOnlyList<Type> behaviors, IReadOnlyList<string> names) => new(
        behaviors.Count,
        [.. behaviors.Zip(names).Where(pair => pair.First.Name != $"{pair.Second}Behavior`2").Select(pair => $"{pair.First.Name} stands where {pair.Second} belongs."),
            .. behaviors.Count == names.Count ? Array.Empty<string>() : [$"There are {behaviors.Count} behaviors instead of {names.Count}."]]);

    public static Findings HaveAPlace(IEnumerable<Type> types, IReadOnlyCollection<Type> behaviors) => Findings.Over(
        types.Where(type => type.IsConcrete() && type.Implements(typeof(IPipelineBehavior<,>))),
        type => behaviors.Contains(type) ? null : $"{type.Name} has no place in the pipeline.");
}
