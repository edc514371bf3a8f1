using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>The id of a commit mark: <c>commit_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
internal readonly record struct CommitMarkId(string Value) : ITypedId<CommitMarkId>
{
    public static string Prefix => "commit";

    public static CommitMarkId From(string value) => new(value);

    public override string ToString() => Value;
}
