using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>Once armed, lets the first transaction commit only when as many requests as wanted are under way.</summary>
internal sealed class MeetingFailpoints : IFailpoints
{
    private volatile Meeting? _meeting;

    public void Arm(int requests) => _meeting = new Meeting(requests);

    /// <summary>Ends it.</summary>
    /// <returns>Whether all were under way at once.</returns>
    public bool Disarm()
    {
        var meeting = _meeting!;
        _meeting = null;
        return meeting.AllCame.Task.IsCompleted;
    }

    public async ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        if (_meeting is not { } meeting)
        {
            return;
        }

        if (step == Failpoint.RequestAccepted)
        {
            meeting.Come();
        }
        else if (step == Failpoint.TransactionSaved)
        {
            await meeting.AllCame.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }
    }

    private sealed class Meeting(int requests)
    {
        private int _missing = requests;

        public TaskCompletionSource AllCame { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Come()
        {
            if (Interlocked.Decrement(ref _missing) == 0)
            {
                AllCame.SetResult();
            }
        }
    }
}
