using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class IdempotencyBehaviorTests
{
    private readonly Store _store = new();
    private readonly InlineUnitOfWork _unitOfWork = new();
    private readonly Next<CommandResult<CustomerId>> _next = new(Given.CustomerId('1'));
    private readonly Next<CommandResult<CustomerId>> _refused = new(CustomerErrors.NotFound("cust_x"));

    [Fact]
    public async Task Command_WhenItComesAgainAndIsRefused_IsAnsweredAsTheFirstTime()
    {
        await SendAsync(new RenameCommand("Ada"), "key");
        var second = await SendAsync(new RenameCommand("Ada"), "key", _refused);

        second.Id.ShouldBe(Given.CustomerId('1'));
        _unitOfWork.IsDiscarded.ShouldBeTrue("What the handler began before it refused must not be kept");
    }

    [Fact]
    public async Task Command_WhenItIsTriedAgainAfterItsKeyWasTaken_IsAnsweredAsTheFirstTimeAndNotDone()
    {
        await SendAsync(new RenameCommand("Ada"), "key");
        _store.LooksFirst = true;

        var second = await SendAsync(new RenameCommand("Ada"), "key");

        second.Id.ShouldBe(Given.CustomerId('1'));
        _next.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Command_WhenItIsDoneTheFirstTime_IsNotLookedFor()
    {
        await SendAsync(new RenameCommand("Ada"), "key");

        _store.Looked.ShouldBe(0);
        _unitOfWork.IsDiscarded.ShouldBeFalse();
    }

    [Fact]
    public async Task Command_WhenTheKeyWasUsedForAnotherRequest_IsRefused()
    {
        await SendAsync(new RenameCommand("Ada"), "key");
        var other = await SendAsync(new RenameCommand("Grace"), "key", _refused);
        _store.LooksFirst = true;
        var again = await SendAsync(new RenameCommand("Grace"), "key");

        other.Error.ShouldBe(IdempotencyErrors.KeyOfAnotherRequest(), Compare.ByKindAndMessage);
        again.Error.ShouldBe(IdempotencyErrors.KeyOfAnotherRequest(), Compare.ByKindAndMessage);
        _next.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Command_WhenKeysDiffer_IsDoneForEach()
    {
        await SendAsync(new RenameCommand("Ada"), "key-1");
        await SendAsync(new RenameCommand("Ada"), "key-2");

        _next.Calls.ShouldBe(2);
        _store.Answers.Count.ShouldBe(2);
        _store.Answers.Values.Select(answer => answer.Fingerprint).Distinct().Count().ShouldBe(2, "Without the key, which is not stored, nobody can try a guessed request");
    }

    [Fact]
    public async Task Command_WhenNoKeyIsSent_IsNotRemembered()
    {
        await SendAsync(new RenameCommand("Ada"), null);
        await SendAsync(new RenameCommand("Ada"), null);

        _next.Calls.ShouldBe(2);
        _store.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Command_WhenItFailed_IsNotRememberedAndMayBeTriedAgain()
    {
        (await SendAsync(new RenameCommand("Ada"), "key", _refused)).Error.ShouldNotBeNull();
        _store.Answers.ShouldBeEmpty();
        (await SendAsync(new RenameCommand("Ada"), "key")).Error.ShouldBeNull();

        _refused.Calls.ShouldBe(1);
        _next.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_WhenRemembered_HoldsHashesAndAnIdOnly()
    {
        await SendAsync(new RenameCommand("Ada"), "key");

        var (key, answer) = _store.Answers.ShouldHaveSingleItem();
        key.Value.ShouldStartWith(LookupPurpose.IdempotencyKey);
        answer.Fingerprint.Value.ShouldStartWith(LookupPurpose.RequestFingerprint);
        answer.Reference.ShouldBe(Given.CustomerId('1').Value);
    }

    private Task<CommandResult<CustomerId>> SendAsync(RenameCommand command, string? key, Next<CommandResult<CustomerId>>? next = null) =>
        new IdempotencyBehavior<RenameCommand, CommandResult<CustomerId>>(new TestCaller { IdempotencyKey = key }, new PlainHasher(), _store, _unitOfWork)
            .Handle(command, default, (next ?? _next).Handler);

    private sealed class Store : IIdempotencyStore
    {
        public Dictionary<LookupHash, RememberedAnswer> Answers { get; } = [];

        public bool LooksFirst { get; set; }

        public int Looked { get; private set; }

        public Task<RememberedAnswer?> FindAsync(LookupHash key, CancellationToken cancellationToken)
        {
            Looked++;
            return Task.FromResult(Answers.GetValueOrDefault(key));
        }

        // As the database, which takes no key twice.
        public void Remember(LookupHash key, LookupHash fingerprint, string reference) => Answers.Add(key, new RememberedAnswer(fingerprint, reference));
    }
}
