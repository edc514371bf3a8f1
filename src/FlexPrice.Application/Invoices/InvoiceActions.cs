using FlexPrice.Application.Cascade;

namespace FlexPrice.Application.Invoices;

/// <summary>Edges and actions of invoices on which other edges of invoices depend.</summary>
internal static class InvoiceActions
{
    public const string Drafts = "draft_invoices";
    public const string Finalize = "finalize";
    public const string Retained = "retained_invoices";
    public const string Retain = "retain";

    /// <summary>Whether drafts are finalized before this edge runs.</summary>
    public static bool FinalizesDrafts(this EdgeContext context) => context.Actions.GetValueOrDefault(Drafts) == Finalize;

    /// <summary>Whether documents of issued invoices are retained.</summary>
    public static bool RetainsDocuments(this EdgeContext context) => context.Actions.GetValueOrDefault(Retained) == Retain;
}
