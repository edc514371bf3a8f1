namespace FlexPrice.Architecture.Tests;

/// <summary>What a rule looked at and what it found wrong. A rule that looked at nothing proves nothing.</summary>
internal sealed record Findings(int Selected, IReadOnlyList<string> Violations)
{
    public static Findings Over<T>(IEnumerable<T> selected, Func<T, IEnumerable<string>> violationsOf)
    {
        var all = selected.ToList();
        return new Findings(all.Count, [.. all.SelectMany(violationsOf)]);
    }

    public static Findings Over<T>(IEnumerable<T> selected, Func<T, string?> violationOf) =>
        Over(selected, item => violationOf(item) is { } violation ? [violation] : Enumerable.Empty<string>());

    /// <summary>A rule that holds for several things of one kind, each of which is named.</summary>
    public static Findings OfEach<T>(IReadOnlyDictionary<string, T> all, Func<T, Findings> findingsOf)
    {
        var each = all.Select(one => (one.Key, Findings: findingsOf(one.Value))).ToList();
        return new Findings(each.Min(one => one.Findings.Selected), [.. each.SelectMany(one => one.Findings.Violations.Select(violation => $"{one.Key}: {violation}"))]);
    }

    /// <summary>The real code: the rule selected something and found nothing wrong.</summary>
    public void ShouldHold()
    {
        Selected.ShouldBeGreaterThan(0, "The rule selected nothing.");
        Violations.ShouldBeEmpty();
    }

    /// <summary>A deliberately bad sample: the rule finds every named fault, in this order, and no other.</summary>
    public void ShouldCatch(params string[] faults)
    {
        Violations.Count.ShouldBe(faults.Length, string.Join("; ", Violations));
        foreach (var (violation, fault) in Violations.Zip(faults))
        {
            violation.ShouldContain(fault, Case.Sensitive);
        }
    }
}
