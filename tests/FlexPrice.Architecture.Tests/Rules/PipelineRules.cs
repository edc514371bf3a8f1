using MediatR;

namespace FlexPrice.Architecture.Tests.Rules;

internal static class PipelineRules
{
    public static Findings StandInOrder(IReadOnlyList<Type> behaviors, IReadOnlyList<string> names) => new(
        behaviors.Count,
        [.. behaviors.Zip(names).Where(pair => pair.First.Name != $"{pair.Second}Behavior`2").Select(pair => $"{pair.First.Name} stands where {pair.Second} belongs: mend src/FlexPrice.Application/Pipeline/PipelineOrder.cs, or the test if the order is meant to change."),
            .. behaviors.Count == names.Count ? Array.Empty<string>() : [$"There are {behaviors.Count} behaviors instead of {names.Count}: compare src/FlexPrice.Application/Pipeline/PipelineOrder.cs with PipelineTests."]]);

    public static Findings HaveAPlace(IEnumerable<Type> types, IReadOnlyCollection<Type> behaviors) => Findings.Over(
        types.Where(type => type.IsConcrete() && type.Implements(typeof(IPipelineBehavior<,>))),
        type => behaviors.Contains(type) ? null : $"{type.Name} has no place in the pipeline: add it to src/FlexPrice.Application/Pipeline/PipelineOrder.cs.");
}
