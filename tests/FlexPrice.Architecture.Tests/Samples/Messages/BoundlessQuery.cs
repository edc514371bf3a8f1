using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Samples.Messages;

/// <summary>Wrong: properties with Long in their names have no limit.</summary>
[RequiresPermission(Permission.CustomerRead)]
public sealed record BoundlessQuery : IQuery<Result<string>>
{
    public string? Name { get; init; }

    public string? LongName { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    public IReadOnlyList<string>? LongIds { get; init; }

    public IReadOnlyList<string>? IdsOfLongTexts { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public IReadOnlyDictionary<string, string>? LongMetadata { get; init; }

    public IReadOnlyList<BoundlessPart>? Parts { get; init; }
}
