namespace FlexPrice.Domain.Primitives;

/// <summary>An operation that a <see cref="Hint"/> advises. The Api renders its call.</summary>
public enum Operation
{
    /// <summary>Look up a customer by the tenant's own id.</summary>
    GetCustomerByExternalId,

    /// <summary>Publish an archived customer.</summary>
    PublishCustomer,

    /// <summary>Take a customer out of its family.</summary>
    DetachCustomer,

    /// <summary>Read a subscription.</summary>
    GetSubscription,

    /// <summary>End a subscription now.</summary>
    CancelSubscriptionNow,

    /// <summary>Name another payer of a subscription.</summary>
    ChangePayer,

    /// <summary>Create an invoice.</summary>
    CreateInvoice,

    /// <summary>Read an invoice.</summary>
    GetInvoice,

    /// <summary>Issue a draft invoice.</summary>
    FinalizeInvoice,

    /// <summary>Void an invoice.</summary>
    VoidInvoice,

    /// <summary>Record that an invoice is paid.</summary>
    RecordPayment,

    /// <summary>Open a wallet.</summary>
    CreateWallet,

    /// <summary>Close a wallet.</summary>
    TerminateWallet,

    /// <summary>Read a workflow.</summary>
    GetWorkflow,

    /// <summary>Stop a workflow.</summary>
    StopWorkflow,

    /// <summary>Record many usage events at once.</summary>
    IngestEvents,

    /// <summary>Read the deletion policy.</summary>
    GetDeletionPolicy,

    /// <summary>Raise the limit of deletions per hour.</summary>
    RaiseDeletionLimit,

    /// <summary>Read the record of a deletion.</summary>
    GetDeletion,

    /// <summary>Waive a recipient of a deletion.</summary>
    WaiveRecipient,
}
