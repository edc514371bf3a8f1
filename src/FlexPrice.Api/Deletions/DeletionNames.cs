using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Api.Deletions;

/// <summary>What the values of deletions are called on the wire.</summary>
internal static class DeletionNames
{
    public static string Of(DeletionState state) => state switch
    {
        DeletionState.Cleaning => "cleaning",
        DeletionState.Telling => "telling",
        DeletionState.Verifying => "verifying",
        DeletionState.Completed => "completed",
        DeletionState.FailedVerification => "failed_verification",
    };

    public static string Of(ActionSource source) => source switch
    {
        ActionSource.Product => "product",
        ActionSource.Environment => "environment",
        ActionSource.Request => "request",
    };

    public static string Of(RowEffectKind effect) => effect switch
    {
        RowEffectKind.Deleted => "deleted",
        RowEffectKind.Updated => "updated",
        RowEffectKind.DeletedAfterwards => "deleted_afterwards",
        RowEffectKind.Pseudonymised => "pseudonymised",
        RowEffectKind.Added => "added",
    };

    public static string Of(RecipientAction action) => action switch
    {
        RecipientAction.Erase => "erase",
        RecipientAction.Notify => "notify",
        RecipientAction.PayOut => "pay_out",
    };

    public static string Of(RecipientState state) => state switch
    {
        RecipientState.Unreachable => "unreachable",
        RecipientState.Pending => "pending",
        RecipientState.Confirmed => "confirmed",
        RecipientState.AlreadyGone => "already_gone",
        RecipientState.Waived => "waived",
    };

    public static string Of(CascadeIntent intent) => intent switch
    {
        CascadeIntent.Delete => "delete",
        CascadeIntent.Archive => "archive",
        CascadeIntent.Publish => "publish",
    };
}
