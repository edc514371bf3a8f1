using CsCheck;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Cascade;

/// <summary>The environment's policy overrides the request: the action is always one that the environment allows.</summary>
public sealed class CascadeAuthorityTests
{
    private static readonly string[] Vocabulary = ["block", "cancel_now", "forfeit", "refund", "detach", "cascade", "retain", "erase"];

    private static readonly Gen<EdgeActions> Known =
        Gen.Shuffle(Vocabulary, 1, Vocabulary.Length).Select(actions => new EdgeActions("edge", actions));

    private static readonly Gen<(EdgeActions Known, EdgePolicy? Policy, string? Requested)> Cases =
        from known in Known
        from isDecided in Gen.Bool
        from defaultIndex in Gen.Int[0, known.Actions.Count - 1]
        from allowed in Gen.Shuffle(known.Actions.ToArray(), 0, known.Actions.Count)
        from requested in Gen.OneOf(Gen.Const((string?)null), Gen.Int[0, Vocabulary.Length - 1].Select(index => (string?)Vocabulary[index]), Gen.String.Select(text => (string?)text))
        select (known, isDecided ? new EdgePolicy("edge", known.Actions[defaultIndex], allowed) : null, requested);

    // A failure prints the seed; CsCheck_Seed=<seed> draws the same sample again.
    [Fact]
    public void Choice_WhenPolicyAndRequestAreArbitrary_NeverLeavesWhatTheEnvironmentAllows() =>
        Cases.Sample(
            sample =>
            {
                var (known, decided, requested) = sample;
                var policy = DeletionPolicy.Undecided(Given.Scope, Given.At(0));
                if (decided is not null)
                {
                    policy.Decide([decided], [known], Given.At(1)).ShouldBeNull();
                }

                var inForce = decided ?? EdgePolicy.ProductDefault(known);
                string[] permitted = [.. known.Actions.Where(action => action == inForce.Default || inForce.AllowedOverrides.Contains(action))];

                var result = policy.Choose(known, requested);

                if (result.Error is { } error)
                {
                    permitted.ShouldNotContain(requested);
                    error.Kind.ShouldBe(ErrorKind.Validation);
                    $"{error.Details["edge"]}".ShouldContain($"Allowed: {string.Join(", ", permitted)}.");
                }
                else
                {
                    permitted.ShouldContain(result.Value.Action);
                    result.Value.Action.ShouldBe(requested ?? inForce.Default);
                    (result.Value.Source == ActionSource.Request).ShouldBe(requested is not null);
                }
            },
            iter: Rounds.Of(2_000));
}
