using System.Reflection;
using FlexPrice.Application.Deletions.ConfirmRecipient;
using FlexPrice.Application.Deletions.WaiveRecipient;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class RecipientHandlersTests
{
    private static readonly string DeletionId = Given.Id("del", '1');
    private static readonly string RecipientId = Given.Id("rcpt", '1');

    private readonly Deletion _deletion = Begin();
    private readonly InMemoryRepository<Deletion> _deletions;

    public RecipientHandlersTests() => _deletions = new InMemoryRepository<Deletion>(_deletion);

    [Fact]
    public async Task Recipient_WhenWaived_IsClosedOnce()
    {
        (await WaiveAsync(DeletionId, RecipientId)).Id.Value.ShouldBe(DeletionId);

        _deletion.Recipients[0].State.ShouldBe(RecipientState.Waived);
        (await WaiveAsync(DeletionId, RecipientId)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public async Task Refund_WhenConfirmed_IsClosedOnce()
    {
        (await ConfirmAsync(DeletionId, RecipientId)).Id.Value.ShouldBe(DeletionId);

        _deletion.Recipients[0].Evidence.ShouldBe("SEPA 4711");
        (await ConfirmAsync(DeletionId, RecipientId)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Theory]
    [InlineData("nothing", "rcpt_01J00000000000000000000001")]
    [InlineData("del_01J00000000000000000000008", "rcpt_01J00000000000000000000001")]
    [InlineData("del_01J00000000000000000000001", "nothing")]
    [InlineData("del_01J00000000000000000000001", "rcpt_01J00000000000000000000008")]
    public async Task Recipient_WhenUnknown_IsNotFound(string deletion, string recipient)
    {
        (await WaiveAsync(deletion, recipient)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await ConfirmAsync(deletion, recipient)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        _deletion.OpenRecipients.ShouldBe(1);
    }

    [Fact]
    public void Decision_WhenItGivesNoReason_NamesTheField()
    {
        new WaiveRecipientValidator().WrongFieldsOf(new WaiveRecipientCommand(DeletionId, RecipientId, " ")).ShouldBe(["reason"]);
        new WaiveRecipientValidator().WrongFieldsOf(new WaiveRecipientCommand(DeletionId, RecipientId, new string('x', 1001))).ShouldBe(["reason"]);
        new ConfirmRecipientValidator().WrongFieldsOf(new ConfirmRecipientCommand(DeletionId, RecipientId, null)).ShouldBe(["evidence"]);
        new ConfirmRecipientValidator().WrongFieldsOf(new ConfirmRecipientCommand(DeletionId, RecipientId, "SEPA 4711")).ShouldBeEmpty();
    }

    internal static Deletion Begin()
    {
        var edge = new EdgeOutcome("wallets", "refund", ActionSource.Request, 1, [], []) { Recipients = [new RecipientCount(Recipient.RefundProvider, RecipientAction.PayOut, 1)] };
        var deletion = Deletion.Begin(
            Given.Scope, Domain.Deletions.DeletionId.From(DeletionId), Given.CustomerId('1'), null, "digest", [edge], hasWorkAfterCommit: false, Given.At(0));
        // The database makes recipients; the model only ever reads them.
        var recipient = (Recipient)Activator.CreateInstance(typeof(Recipient), nonPublic: true)!;
        typeof(Recipient).GetProperty(nameof(Recipient.Id))!.SetValue(recipient, Domain.Deletions.RecipientId.From(RecipientId));
        typeof(Recipient).GetProperty(nameof(Recipient.Provider))!.SetValue(recipient, Recipient.RefundProvider);
        ((List<Recipient>)typeof(Deletion).GetField("_recipients", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(deletion)!).Add(recipient);
        return deletion;
    }

    private Task<CommandResult<DeletionId>> WaiveAsync(string deletion, string recipient) =>
        new WaiveRecipientHandler(_deletions, new TestCaller(), new FakeTimeProvider(Given.Noon)).HandleAsync(new WaiveRecipientCommand(deletion, recipient, "No account any more"), default);

    private Task<CommandResult<DeletionId>> ConfirmAsync(string deletion, string recipient) =>
        new ConfirmRecipientHandler(_deletions, new TestCaller(), new FakeTimeProvider(Given.Noon)).HandleAsync(new ConfirmRecipientCommand(deletion, recipient, "SEPA 4711"), default);
}
