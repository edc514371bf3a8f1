using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>Every step at which the product can be killed. Read from the product, so that a new step or edge is killed at without anybody thinking of it.</summary>
internal static class Steps
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Failpoint).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
        .. CascadeOrder.Edges.Select(Failpoint.EdgeApplied),
    ];
}
