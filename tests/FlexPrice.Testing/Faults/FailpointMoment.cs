namespace FlexPrice.Testing.Faults;

/// <summary>At a failpoint of the product.</summary>
internal sealed class FailpointMoment(FailpointFolder failpoints, string step) : IMoment
{
    public Task HoldAsync()
    {
        failpoints.Hold(step);
        return Task.CompletedTask;
    }

    public Task<bool> IsReachedAsync() => Task.FromResult(failpoints.Reached(step) > 0);

    public ValueTask DisposeAsync()
    {
        failpoints.Release(step);
        return ValueTask.CompletedTask;
    }
}
