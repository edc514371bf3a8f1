using System.Reflection;
using CsCheck;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Deletions;

public sealed class RecipientTests
{
    private const string Stripe = "stripe";

    [Fact]
    public void Deletion_WhenBegun_CountsTheRecipientsOfAllEdges() => Begin(Stripe, Recipient.RefundProvider, Stripe).OpenRecipients.ShouldBe(3);

    [Fact]
    public void Deletion_WhenAnnouncedWhileARecipientIsOpen_StaysTelling()
    {
        var deletion = Begin(Stripe);
        deletion.FinishScrubbing(Given.At(0));

        deletion.FinishTelling(Given.At(1));

        deletion.AnnouncedAt.ShouldBe(Given.Noon.AddMinutes(1));
        deletion.ToldAt.ShouldBeNull();
        deletion.State.ShouldBe(DeletionState.Telling);
    }

    [Fact]
    public void Recipient_WhenWaived_LosesWhatWasSealedAndIsAudited()
    {
        var deletion = Begin(Stripe);
        deletion.FinishScrubbing(Given.At(0));
        deletion.FinishTelling(Given.At(1));
        var recipient = deletion.Recipients[0];

        deletion.WaiveRecipient(recipient.Id, "No account any more", Given.At(2)).ShouldBeNull();

        recipient.State.ShouldBe(RecipientState.Waived);
        recipient.WaiveReason.ShouldBe("No account any more");
        recipient.Sealed.ShouldBeNull();
        recipient.WrappedKey.ShouldBeNull();
        recipient.ClosedAt.ShouldBe(Given.Noon.AddMinutes(2));
        deletion.ToldAt.ShouldBe(Given.Noon.AddMinutes(2));
        deletion.TakeEvents().ShouldBe([new RecipientWaived(recipient.Id, deletion.Id, deletion.CustomerId, Given.Noon.AddMinutes(2))]);
    }

    [Fact]
    public void Deletion_WhenARecipientIsClosed_IsScrubbedAgainBeforeItSettles()
    {
        var deletion = Begin(Stripe);
        deletion.FinishScrubbing(Given.At(0));
        deletion.FinishTelling(Given.At(1));

        deletion.WaiveRecipient(deletion.Recipients[0].Id, "No account any more", Given.At(2));
        deletion.ScrubbedAt.ShouldBeNull("The key of what had been sealed was just erased");
        deletion.CleanedAt.ShouldBe(Given.Noon, "The customer's own data was gone long before");
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.TakeEvents();
        deletion.FinishScrubbing(Given.At(3));

        deletion.State.ShouldBe(DeletionState.Verifying);
        deletion.TakeEvents().ShouldBe([new DeletionSettled(deletion.Id, deletion.CustomerId, Given.Noon.AddMinutes(3))]);
    }

    [Fact]
    public void Refund_WhenConfirmed_KeepsTheEvidence()
    {
        var deletion = Begin(Recipient.RefundProvider);
        var recipient = deletion.Recipients[0];

        deletion.ConfirmRecipient(recipient.Id, "SEPA 4711", Given.At(2)).ShouldBeNull();

        recipient.State.ShouldBe(RecipientState.Confirmed);
        recipient.Evidence.ShouldBe("SEPA 4711");
        deletion.TakeEvents().ShouldBe([new RecipientConfirmed(recipient.Id, deletion.Id, deletion.CustomerId, Given.Noon.AddMinutes(2))]);
    }

    [Fact]
    public void Recipient_WhenItIsNoRefund_IsNotConfirmedByHand()
    {
        var deletion = Begin(Stripe);

        deletion.ConfirmRecipient(deletion.Recipients[0].Id, "Looked it up", Given.At(1)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

        deletion.OpenRecipients.ShouldBe(1);
        deletion.Recipients[0].IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Recipient_WhenUnknownOrClosed_IsRefused()
    {
        var deletion = Begin(Recipient.RefundProvider);
        var id = deletion.Recipients[0].Id;
        var unknown = RecipientId.From(Given.Id("rcpt", 'Z'));
        deletion.ConfirmRecipient(id, "Paid", Given.At(1)).ShouldBeNull();

        deletion.WaiveRecipient(unknown, "Why not", Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        deletion.ConfirmRecipient(unknown, "Paid", Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        deletion.WaiveRecipient(id, "Why not", Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        deletion.ConfirmRecipient(id, "Paid", Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

        deletion.Recipients[0].Evidence.ShouldBe("Paid");
        deletion.OpenRecipients.ShouldBe(0);
    }

    [Fact]
    public void Deletion_WhenStepsComeInAnyOrder_SettlesOnceAndOnlyWhenNobodyIsOpen() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[-2, 5].Array[0, 24])
            .Sample(
                (recipients, steps) =>
                {
                    var deletion = Begin([.. Enumerable.Repeat(Recipient.RefundProvider, recipients)]);
                    var settled = 0;
                    foreach (var step in steps)
                    {
                        Take(deletion, step);
                        deletion.OpenRecipients.ShouldBe(deletion.Recipients.Count(recipient => recipient.IsOpen));
                        settled += deletion.TakeEvents().OfType<DeletionSettled>().Count();
                        (deletion.ToldAt is not null).ShouldBe(deletion.AnnouncedAt is not null && deletion.OpenRecipients == 0);
                    }

                    return settled == (deletion.State == DeletionState.Verifying ? 1 : 0);
                },
                iter: Rounds.Of(1_000));

    private static void Take(Deletion deletion, int step)
    {
        if (step < 0)
        {
            deletion.FinishTelling(Given.At(1));
        }
        else if (step < deletion.Recipients.Count)
        {
            _ = step % 2 == 0
                ? deletion.WaiveRecipient(deletion.Recipients[step].Id, "Why not", Given.At(1))
                : deletion.ConfirmRecipient(deletion.Recipients[step].Id, "Paid", Given.At(1));
        }
    }

    private static Deletion Begin(params string[] providers)
    {
        var edge = new EdgeOutcome("integrations", "erase", ActionSource.Product, providers.Length, [], [])
        {
            Recipients = [.. providers.GroupBy(provider => provider).Select(group => new RecipientCount(group.Key, RecipientAction.Erase, group.Count()))],
        };
        var deletion = Deletion.Begin(
            Given.Scope, DeletionId.From(Given.Id("del", '1')), Given.CustomerId('1'), null, "digest", [edge], hasWorkAfterCommit: false, Given.At(0));
        deletion.TakeEvents();
        var loaded = (List<Recipient>)typeof(Deletion).GetField("_recipients", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(deletion)!;
        loaded.AddRange(providers.Select(Load));
        return deletion;
    }

    // The database makes recipients; the model only ever reads them.
    private static Recipient Load(string provider, int index)
    {
        var recipient = (Recipient)Activator.CreateInstance(typeof(Recipient), nonPublic: true)!;
        Set(recipient, nameof(Recipient.Id), RecipientId.From(Given.Id("rcpt", (char)('1' + index))));
        Set(recipient, nameof(Recipient.Provider), provider);
        Set(recipient, nameof(Recipient.Sealed), new byte[] { 1 });
        Set(recipient, nameof(Recipient.WrappedKey), new byte[] { 2 });
        return recipient;
    }

    private static void Set(Recipient recipient, string property, object value) => typeof(Recipient).GetProperty(property)!.SetValue(recipient, value);
}
