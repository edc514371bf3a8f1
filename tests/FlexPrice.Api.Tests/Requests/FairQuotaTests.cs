using CsCheck;
using FlexPrice.Api.Requests;

namespace FlexPrice.Api.Tests.Requests;

public sealed class FairQuotaTests
{
    private const int Capacity = 12;
    private const int Parties = 8;

    private static readonly Gen<Step[]> AnySteps =
        Gen.Select(Gen.Enum<CommandEffect>(), Gen.Int[0, Parties - 1], Gen.Int[1, 5], Gen.Int[0, 1000], (deed, party, amount, which) => new Step(deed, party, amount, which)).Array[1, 60];

    private enum CommandEffect
    {
        Take,
        TakeAgain,
        Grow,
        Shrink,
        Hold,
        LetGo,
        Return,
    }

    [Fact]
    public void Shares_WhenTakenInAnyOrder_AreAllThatIsFreeOrAnEqualPartAndNeverTakenFromWhoHasLess() => AnySteps.Sample(
        steps =>
        {
            var model = new Model();
            foreach (var step in steps)
            {
                model.Do(step);
            }
        },
        iter: Rounds.Of(200));

    [Fact]
    public void Party_WhenItIsAlone_HasAllThatThereIsAndNoMore()
    {
        var shares = new FairQuota(3);

        var taken = Enumerable.Range(0, 4).Select(_ => shares.TryAcquire("a", 1)).ToList();

        taken.Select(share => share is not null).ShouldBe([true, true, true, false]);
        taken[0]!.Dispose();
        shares.TryAcquire("a", 1).ShouldNotBeNull();
    }

    [Fact]
    public async Task Party_WhenItComesLater_GetsItsEqualPartFromTheNewestOfWhoeverHasMost()
    {
        var shares = new FairQuota(4);
        var first = Enumerable.Range(0, 4).Select(_ => shares.TryAcquire("a", 1)!).ToList();

        Enumerable.Range(0, 3).Select(_ => shares.TryAcquire("b", 1) is not null).ShouldBe([true, true, false]);

        first.Select(share => share.IsEnded).ShouldBe([false, false, true, true]);
        await Task.WhenAll(first.Skip(2).Select(share => Task.Delay(Timeout.Infinite, share.Revoked).ContinueWith(_ => { }, TaskScheduler.Default)));
        shares.Used.ShouldBe(4);
    }

    [Fact]
    public void Party_WhenAllIsHeldByAnother_GetsItsEqualPartAllTheSame()
    {
        var shares = new FairQuota(2);
        var held = Enumerable.Range(0, 2).Select(_ => shares.TryAcquire("a", 1)!).ToList();
        held.ForEach(share => share.TryPreventRevocation().ShouldBeTrue());

        Enumerable.Range(0, 2).Select(_ => shares.TryAcquire("b", 1) is not null).ShouldBe([true, false]);

        held.ShouldAllBe(share => !share.IsEnded);
    }

    [Fact]
    public void Parties_WhenEachHoldsItsEqualPart_HaveTogetherNeverMoreThanTwiceWhatThereIs()
    {
        var shares = new FairQuota(Capacity);

        var got = new[] { 12, 6, 4, 3, 2 }.Select((part, party) => shares.TryAcquire($"{party}", part) is { } share && share.TryPreventRevocation());

        got.ShouldBe([true, true, true, false, true]);
        shares.Used.ShouldBe(2 * Capacity);
    }

    private sealed record Step(CommandEffect CommandEffect, int Party, int Amount, int Which);

    /// <summary>Invariants of leases after any operations, without knowledge of the implementation.</summary>
    private sealed class Model
    {
        private readonly List<Owned> _live = [];
        private readonly FairQuota _shares;
        private long _reported;

        public Model() => _shares = new FairQuota(Capacity, change => _reported += change);

        private long Taken => _live.Sum(owned => owned.Amount);

        public void Do(Step step)
        {
            switch (step.CommandEffect)
            {
                case CommandEffect.Take:
                case CommandEffect.TakeAgain:
                    Ask(step.Party, step.Amount, () =>
                    {
                        var share = _shares.TryAcquire($"{step.Party}", step.Amount);
                        return share is null ? null : new Owned(share, step.Party) { Amount = step.Amount };
                    });
                    break;
                case CommandEffect.Grow when Chosen(step) is { } owned:
                    Ask(owned.Party, step.Amount, () => owned.Share.TryGrow(step.Amount) ? owned : null, () => owned.Amount += step.Amount);
                    break;
                case CommandEffect.Shrink when Chosen(step) is { Amount: > 1 } owned:
                    owned.Share.Shrink(1);
                    owned.Amount--;
                    break;
                case CommandEffect.Hold when Chosen(step) is { } owned:
                    owned.Share.TryPreventRevocation().ShouldBeTrue();
                    owned.IsHeld = true;
                    break;
                case CommandEffect.LetGo when Chosen(step) is { } owned:
                    owned.Share.AllowRevocation();
                    owned.IsHeld = false;
                    break;
                case CommandEffect.Return when Chosen(step) is { } owned:
                    owned.Share.Dispose();
                    owned.Share.Dispose();
                    _live.Remove(owned);
                    break;
                default:
                    break;
            }

            _shares.Used.ShouldBe(Taken);
            _reported.ShouldBe(Taken);
        }

        private Owned? Chosen(Step step) => _live.Count == 0 ? null : _live[step.Which % _live.Count];

        private void Ask(int party, int amount, Func<Owned?> ask, Action? granted = null)
        {
            var before = _live.GroupBy(owned => owned.Party).ToDictionary(group => group.Key, group => group.Sum(owned => owned.Amount));
            var wanted = before.GetValueOrDefault(party) + amount;
            var equalPart = Capacity / before.Keys.Append(party).Distinct().Count();
            var taken = Taken;
            var fits = taken + amount <= Capacity;

            var got = ask();

            var revoked = _live.Where(owned => owned.Share.IsEnded).ToList();
            (got is not null || (!fits && (wanted > equalPart || taken + amount > 2 * Capacity)))
                .ShouldBeTrue("Whoever wants no more than an equal part, or what is free, gets it, unless it came to more than twice what there is.");
            (got is not null || revoked.Count == 0).ShouldBeTrue("Nothing is revoked for nobody.");
            (!fits || revoked.Count == 0).ShouldBeTrue("Nothing is revoked while something is free.");
            revoked.ShouldAllBe(owned => !owned.IsHeld && owned.Party != party && before[owned.Party] > wanted);
            _live.RemoveAll(revoked.Contains);
            if (got is null)
            {
                return;
            }

            granted?.Invoke();
            if (granted is null)
            {
                _live.Add(got);
            }

            Taken.ShouldBeLessThanOrEqualTo(2 * Capacity);
            (Taken <= Capacity || wanted <= equalPart).ShouldBeTrue("More than there is, is taken for an equal part only.");
        }

        private sealed class Owned(QuotaLease share, int party)
        {
            public QuotaLease Share => share;

            public int Party => party;

            public long Amount { get; set; }

            public bool IsHeld { get; set; }
        }
    }
}
