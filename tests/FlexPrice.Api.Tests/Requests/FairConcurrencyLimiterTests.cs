using CsCheck;
using FlexPrice.Api.Requests;

namespace FlexPrice.Api.Tests.Requests;

public sealed class FairConcurrencyLimiterTests
{
    private const int Turns = 4;
    private const int Parties = 4;

    private static readonly Gen<Step[]> AnySteps =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, Parties - 1], Gen.Int[0, 1000], (deed, party, which) => new Step((CommandEffect)Math.Min(deed / 2, 2), party, which)).Array[1, 40];

    private enum CommandEffect
    {
        Take,
        Return,
        GiveUp,
    }

    [Fact]
    public async Task Turns_WhenTakenInAnyOrder_GoToTheFirstOfAPartyThatHasFewest() => await AnySteps.SampleAsync(
        async steps =>
        {
            var model = new Model();
            foreach (var step in steps)
            {
                await model.ApplyAsync(step);
            }

            await model.DrainAsync();
        },
        iter: Rounds.Of(300));

    [Fact]
    public async Task Party_WhenAnotherHasEveryTurnAndManyWaiting_HasTheNextOne()
    {
        var turns = new FairConcurrencyLimiter(2);
        var first = new[] { turns.TryAcquire("a"), turns.TryAcquire("a") };
        var many = Enumerable.Range(0, 50).Select(_ => turns.AcquireAsync("a", CancellationToken.None).AsTask()).ToList();
        var other = turns.AcquireAsync("b", CancellationToken.None).AsTask();

        first[0]!.Dispose();

        await other.WaitAsync(TimeSpan.FromSeconds(10));
        many.ShouldAllBe(waiting => !waiting.IsCompleted);
    }

    private sealed record Step(CommandEffect CommandEffect, int Party, int Which);

    private sealed class Model
    {
        private readonly FairConcurrencyLimiter _turns = new(Turns);
        private readonly List<(int Party, IDisposable Turn)> _held = [];
        private readonly List<Waiter> _waiting = [];

        public async Task ApplyAsync(Step step)
        {
            switch (step.CommandEffect)
            {
                case CommandEffect.Take:
                    await TakeAsync(step.Party);
                    break;
                case CommandEffect.Return when _held.Count > 0:
                    await ReturnAsync(step.Which % _held.Count);
                    break;
                case CommandEffect.GiveUp when _waiting.Count > 0:
                    var waiter = _waiting[step.Which % _waiting.Count];
                    _waiting.Remove(waiter);
                    await waiter.GiveUp.CancelAsync();
                    await Should.ThrowAsync<OperationCanceledException>(waiter.Task);
                    break;
                default:
                    break;
            }
        }

        public async Task DrainAsync()
        {
            while (_held.Count > 0)
            {
                await ReturnAsync(0);
            }

            _waiting.ShouldBeEmpty();
            for (var i = 0; i < Turns; i++)
            {
                _turns.TryAcquire("after").ShouldNotBeNull();
            }

            _turns.TryAcquire("after").ShouldBeNull();
        }

        private async Task TakeAsync(int party)
        {
            var giveUp = new CancellationTokenSource();
            var task = _turns.AcquireAsync($"{party}", giveUp.Token).AsTask();
            task.IsCompleted.ShouldBe(_held.Count < Turns, "Nobody waits while a turn is free, and nobody has one too many.");
            if (task.IsCompleted)
            {
                _held.Add((party, await task));
            }
            else
            {
                _waiting.Add(new Waiter(party, task, giveUp));
            }
        }

        private async Task ReturnAsync(int which)
        {
            var (_, turn) = _held[which];
            _held.RemoveAt(which);
            turn.Dispose();
            turn.Dispose();
            if (_waiting.Count == 0)
            {
                return;
            }

            var fewest = _waiting.Min(waiter => HeldBy(waiter.Party));
            var next = await Task.WhenAny(_waiting.Select(waiter => waiter.Task)).WaitAsync(TimeSpan.FromSeconds(10));
            var chosen = _waiting.Single(waiter => waiter.Task == next);
            HeldBy(chosen.Party).ShouldBe(fewest);
            _waiting.First(waiter => waiter.Party == chosen.Party).ShouldBe(chosen);
            _waiting.Remove(chosen);
            _held.Add((chosen.Party, await next));
        }

        private int HeldBy(int party) => _held.Count(held => held.Party == party);
    }

    private sealed record Waiter(int Party, Task<IDisposable> Task, CancellationTokenSource GiveUp);
}
