using FlexPrice.Domain.Cascade;

namespace FlexPrice.Api.Deletions;

/// <summary>What is decided for one edge.</summary>
internal sealed record EdgePolicyRequest
{
    public string? Edge { get; init; }

    /// <summary>The action when a request chooses none.</summary>
    public string? Default { get; init; }

    /// <summary>The actions that a request may choose in addition to the default; absent for none.</summary>
    public IReadOnlyList<string>? AllowedOverrides { get; init; }

    public EdgePolicy ToPolicy() => new(Edge ?? "", Default ?? "", AllowedOverrides ?? []);
}
