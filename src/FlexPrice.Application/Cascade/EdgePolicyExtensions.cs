using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Cascade;

/// <summary>What the fix of a blocker proposes.</summary>
internal static class EdgePolicyExtensions
{
    /// <summary>The end of a fix that names the actions with which nothing would block; empty when the environment allows none of them.</summary>
    /// <param name="policy">The environment's policy of the edge.</param>
    /// <param name="actions">Actions under which the blocker would not be one.</param>
    public static string OrChoose(this EdgePolicy policy, params string[] actions)
    {
        var choices = actions.Where(policy.Allows).ToList();
        return choices.Count == 0 ? "" : $", or choose {policy.Edge}={string.Join(" or ", choices)}";
    }
}
