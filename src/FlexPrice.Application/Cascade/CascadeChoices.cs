using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Chooses the action of every edge: the environment's policy decides, the request within it.</summary>
internal static class CascadeChoices
{
    public static Result<IReadOnlyList<ChosenAction>> Resolve(
        CascadeRequest question,
        DeletionPolicy policy,
        IReadOnlyList<EdgeActions> known,
        IReadOnlyList<string> parameters)
    {
        foreach (var name in question.Choices.Keys)
        {
            if (!parameters.Contains(name, StringComparer.Ordinal))
            {
                return CascadeErrors.UnknownParameter(name, question.TakesPlanDigest ? [.. parameters, CascadeRequest.PlanDigestParameter] : parameters);
            }
        }

        var chosen = new List<ChosenAction>();
        foreach (var actions in known)
        {
            // The policy applies to deletions; the effects of archiving are fixed.
            var choice = question.Intent == CascadeIntent.Delete
                ? policy.Choose(actions, question.Choices.GetValueOrDefault(actions.Edge))
                : new ChosenAction(actions.Edge, actions.Default, ActionSource.Product);
            if (choice.Error is not null)
            {
                return choice.Error;
            }

            chosen.Add(choice.Value);
        }

        return chosen;
    }
}
