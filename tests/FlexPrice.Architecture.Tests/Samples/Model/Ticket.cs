using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Samples.Model;

/// <summary>Wrong: refers to a customer without an edge, leaves texts unclassified and indexes a personal one.</summary>
internal sealed class Ticket
{
    public long Id { get; set; }

    public TenantId TenantId { get; set; }

    public EnvironmentId EnvironmentId { get; set; }

    public CustomerId? CustomerId { get; set; }

    [PersonalData(PersonalDataCategory.Contact)]
    public string Email { get; set; } = "";

    public string Note { get; set; } = "";

    public byte[] Attachment { get; set; } = [];

    [PersonalData(PersonalDataCategory.FreeForm)]
    [NotPersonal("Nobody writes about people.")]
    public string Both { get; set; } = "";

    [NotPersonal("")]
    public string Reasonless { get; set; } = "";

    public TicketCaller Caller { get; set; } = new();
}
